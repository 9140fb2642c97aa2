package import Diagnostics
package import JSONLines

extension LineFindings.Item {
  /// A finding of a rule, at an offset of its line.
  init<Found: Rule>(
    _ rule: Found.Type, at offset: Int = 0, length: Int = 1, _ first: FindingArgument = .none,
    _ second: FindingArgument = .none
  ) {
    let description = Found.description
    self.init(
      code: description.code, severity: description.severity, offset: offset, length: length,
      arguments: (first, second, .none))
  }

  /// What fills the placeholders of the rule's message, for a line that is still there.
  func arguments(in line: LineBytes) -> [String] {
    [arguments.0.text(in: line), arguments.1.text(in: line), arguments.2.text(in: line)]
  }
}

extension Finding {
  /// Makes a finding's text while its line is there. O(length of the line), for all findings of a line together if
  /// they come in order and share `places`.
  init(
    _ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int, places: inout LinePlaces,
    content: UInt64
  ) {
    let location = Location(of: item.offset, number: number, offset: offset, places: &places)
    var related: [RelatedPlace] = []
    if let other = item.related {
      let place = Location(of: other.offset, number: number, offset: offset, places: &places)
      related = [RelatedPlace(location: place, message: "\(other.message)")]
    }
    self.init(
      code: item.code, severity: item.severity,
      arguments: item.arguments(in: line),
      location: location, length: item.length, excerpt: Excerpt(of: line, at: item.offset),
      related: related, fingerprint: Fingerprint(item.code, pointer: location.pointer, content: content),
      edits: Fixes.listed(for: item, in: line, offset: offset))
  }

  /// The same for a line with one finding.
  init(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    var places = LinePlaces(of: line)
    self.init(
      item, in: line, number: number, offset: offset, places: &places,
      content: Fingerprint.contentHash(of: line))
  }

  /// A finding of a rule where there is no line to show.
  init<Found: Rule>(
    _ rule: Found.Type, _ arguments: String..., at location: Location, edits: [Edit] = []
  ) {
    let description = Found.description
    // Where it is in the line tells nothing then.
    self.init(
      code: description.code, severity: description.severity, arguments: arguments, location: location,
      fingerprint: Fingerprint(description.code), edits: edits)
  }
}

extension Location {
  /// The place of a byte of a line that begins at `offset` of the data. O(length of the line).
  init(of byte: Int, number: Int, offset: Int, places: inout LinePlaces) {
    self.init(
      line: number, column: places.column(of: byte), byteOffsetInLine: byte, byteOffset: offset + byte,
      pointer: places.pointer(to: byte))
  }

  /// The first byte of a line.
  init(startOfLine number: Int, offset: Int) {
    self.init(line: number, column: 1, byteOffsetInLine: 0, byteOffset: offset, pointer: "")
  }
}

extension Finding.Excerpt {
  /// The part of a line around a fault, cut between characters.
  package init(of line: LineBytes, at offset: Int) {
    let end = line.textEnd
    let budget = Limits.excerptBytes
    var start = max(0, min(offset - budget / 2, end - budget))
    var stop = min(end, start + budget)
    while start > 0, start < offset, line[start] & 0xC0 == 0x80 { start += 1 }
    while stop < end, stop > offset, line[stop] & 0xC0 == 0x80 { stop -= 1 }
    self.init(
      bytes: line.bytes(in: start..<stop), faultOffset: offset - start, isCutBefore: start > 0,
      isCutAfter: stop < end)
  }
}

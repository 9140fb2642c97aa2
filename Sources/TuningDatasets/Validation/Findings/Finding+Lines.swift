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
      facts: LineFindings.Facts(
        code: description.code, severity: description.severity, offset: offset, length: length,
        arguments: (first, second, .none)))
  }

  /// A finding of a rule whose one or two arguments are texts.
  init<Found: Rule>(_ rule: Found.Type, at offset: Int = 0, length: Int = 1, texts: [String]) {
    self.init(rule, at: offset, length: length, .made(0), texts.count > 1 ? .made(1) : .none)
    self.texts = texts
  }

  /// What fills the placeholders of the rule's message, for a line that is still there.
  func arguments(in line: LineBytes) -> [String] {
    [arguments.0.text(in: line, texts), arguments.1.text(in: line, texts), arguments.2.text(in: line, texts)]
  }
}

extension FindingRecord {
  /// Becomes a finding whose line is there. O(length of the line), for all findings of a line together if they come in order
  /// and share `places`.
  mutating func set(
    _ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int, places: inout LinePlaces,
    content: UInt64
  ) {
    code = item.code
    severity = item.severity
    arguments.removeAll()
    item.arguments.0.write(to: &arguments.bytes, in: line, item.texts)
    arguments.endArgument()
    item.arguments.1.write(to: &arguments.bytes, in: line, item.texts)
    arguments.endArgument()
    item.arguments.2.write(to: &arguments.bytes, in: line, item.texts)
    arguments.endArgument()
    hasPlace = true
    self.line = number
    column = places.column(of: item.offset)
    (byteOffsetInLine, byteOffset) = (item.offset, offset + item.offset)
    places.write(pointerTo: item.offset, to: &pointer)
    length = max(1, item.length)
    setExcerpt(of: line, at: item.offset)
    if let other = item.related {
      let place = Location(of: other.offset, number: number, offset: offset, places: &places)
      related = [RelatedPlace(location: place, message: other.message.rawValue)]
    } else if !related.isEmpty {
      related = []
    }
    fingerprint = Fingerprint(item.code, pointer: pointer, content: content)
    occurrences = 1
    edits.set(Fixes.listed(for: item, in: line), at: item.offset)
  }

  /// The same for a line with one finding.
  mutating func set(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    var places = LinePlaces(of: line)
    set(
      item, in: line, number: number, offset: offset, places: &places,
      content: Fingerprint.contentHash(of: line))
  }

  private mutating func setExcerpt(of line: LineBytes, at offset: Int) {
    let part = Finding.Excerpt.part(of: line, at: offset)
    hasExcerpt = true
    excerpt.clear()
    if !part.isEmpty { line.append(part, to: &excerpt) }
    faultOffset = offset - part.lowerBound
    (isCutBefore, isCutAfter) = (part.lowerBound > 0, part.upperBound < line.textEnd)
  }
}

extension Finding {
  /// Makes the texts of a line's only finding.
  init(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    var record = FindingRecord()
    record.set(item, in: line, number: number, offset: offset)
    self = record.finding
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
    let part = Self.part(of: line, at: offset)
    self.init(
      bytes: line.bytes(in: part), faultOffset: offset - part.lowerBound, isCutBefore: part.lowerBound > 0,
      isCutAfter: part.upperBound < line.textEnd)
  }

  fileprivate static func part(of line: LineBytes, at offset: Int) -> Range<Int> {
    let end = line.textEnd
    let budget = Limits.excerptBytes
    var start = max(0, min(offset - budget / 2, end - budget))
    var stop = min(end, start + budget)
    while start > 0, start < offset, line[start] & 0xC0 == 0x80 { start += 1 }
    while stop < end, stop > offset, line[stop] & 0xC0 == 0x80 { stop -= 1 }
    return start..<stop
  }
}

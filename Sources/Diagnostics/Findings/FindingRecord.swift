/// A finding in memory that the next one uses again: there may be millions, and each of them as a ``Finding`` takes memory of
/// its own for every text.
package struct FindingRecord: Sendable {
  package var code = RuleCode(number: 1)
  package var severity = Severity.info
  package var arguments = FindingArguments()
  /// Whether it has a place; without one, it is about the whole file.
  package var hasPlace = false
  package var line = 0
  package var column = 0
  package var byteOffsetInLine = 0
  package var byteOffset = 0
  /// The JSON Pointer of its place.
  package var pointer: [UInt8] = []
  package var length = 0
  /// Whether there is a line to show; otherwise the next five tell nothing.
  package var hasExcerpt = false
  package var excerpt: [UInt8] = []
  package var faultOffset = 0
  package var isCutBefore = false
  package var isCutAfter = false
  package var related: [RelatedPlace] = []
  package var fingerprint = Fingerprint(value: 0)
  package var occurrences = 1
  package var edits = EncodedEdits()

  /// A record that is to be filled.
  package init() {}

  /// Becomes a finding.
  package mutating func set(_ finding: Finding) {
    code = finding.code
    severity = finding.severity
    arguments.removeAll()
    for argument in finding.arguments { arguments.append(argument.utf8.span) }
    hasPlace = finding.location != nil
    pointer.clear()
    byteOffset = 0
    if let location = finding.location { set(location) }
    length = finding.length
    hasExcerpt = finding.excerpt != nil
    if let excerpt = finding.excerpt { set(excerpt) }
    related = finding.related
    fingerprint = finding.fingerprint
    occurrences = finding.occurrences
    edits.set(finding.edits, at: byteOffset)
  }

  private mutating func set(_ location: Location) {
    (line, column) = (location.line, location.column)
    (byteOffsetInLine, byteOffset) = (location.byteOffsetInLine, location.byteOffset)
    pointer.append(location.pointer.utf8.span)
  }

  private mutating func set(_ excerpt: Finding.Excerpt) {
    self.excerpt.clear()
    self.excerpt.append(contentsOf: excerpt.bytes)
    faultOffset = excerpt.faultOffset
    (isCutBefore, isCutAfter) = (excerpt.isCutBefore, excerpt.isCutAfter)
  }

  /// The finding.
  package var finding: Finding {
    Finding(
      code: code, severity: severity, arguments: arguments.texts,
      location: hasPlace
        ? Location(
          line: line, column: column, byteOffsetInLine: byteOffsetInLine, byteOffset: byteOffset,
          pointer: String(decoding: pointer, as: UTF8.self))
        : nil,
      length: length, excerpt: shown, related: related, fingerprint: fingerprint, occurrences: occurrences,
      edits: listedEdits)
  }

  /// The changes that fix it.
  package var listedEdits: [Edit] { edits.edits(at: byteOffset) }

  /// The line around the finding, where there is one to show.
  package var shown: Finding.Excerpt? {
    guard hasExcerpt else { return nil }
    return Finding.Excerpt(
      bytes: excerpt, faultOffset: faultOffset, isCutBefore: isCutBefore, isCutAfter: isCutAfter)
  }
}

import Diagnostics

/// What holds for the places of findings.
enum FindingPlaces {
  /// Throws unless findings about the whole file come first, the others as they stand in it, each where there is something,
  /// and each shows what stands there.
  static func require(_ findings: [Finding], in lines: Lines) throws(BrokenInvariant) {
    for (finding, next) in zip(findings, findings.dropFirst()) {
      let places = (finding.location?.byteOffset ?? -1, next.location?.byteOffset ?? -1)
      try BrokenInvariant.unless(
        (places.0, finding.code) <= (places.1, next.code), "out of order: \(finding), \(next)")
    }
    for finding in findings { try require(finding, in: lines) }
  }

  private static func require(_ finding: Finding, in lines: Lines) throws(BrokenInvariant) {
    guard let location = finding.location else { return }
    try BrokenInvariant.unless((1...lines.count).contains(location.line), "no such line: \(finding)")
    let line = lines[location.line - 1]
    let offset = location.byteOffsetInLine
    let isInside =
      (0...line.count).contains(offset) && location.byteOffset == line.startIndex + offset
      && (1...offset + 1).contains(location.column)
    try BrokenInvariant.unless(isInside, "no such place: \(finding)")
    guard let excerpt = finding.excerpt else { return }
    let shown = line.dropFirst(offset - excerpt.faultOffset)
    let isShown =
      (0...min(excerpt.bytes.count, offset)).contains(excerpt.faultOffset) && finding.length > 0
      && shown.starts(with: excerpt.bytes)
    try BrokenInvariant.unless(isShown, "another excerpt: \(finding)")
  }

  /// Throws unless a document has this line and column.
  static func require(line: Int, column: Int, in document: [UInt8]) throws(BrokenInvariant) {
    // A document has one line more than line feeds, though nothing may stand there.
    let lines = Lines(of: document + [0x0A])
    let isInside =
      (1...lines.count).contains(line) && (1...lines[line - 1].count + 1).contains(column)
    try BrokenInvariant.unless(isInside, "no such place: \(line):\(column)")
  }
}

import Diagnostics

/// Where in its file a finding is, as other programs ask for it.
struct FindingRegion {
  /// The line, from 1.
  let line: Int
  /// The first column, from 1, in Unicode scalars.
  let column: Int
  /// The column after the last one; nil if the finding continues after the part of the line that was kept.
  let endColumn: Int?

  /// The region of a finding; nil for one about a whole file.
  init?(_ finding: Finding) {
    guard let location = finding.location else { return nil }
    line = location.line
    column = location.column
    endColumn = Self.columns(of: finding).map { location.column + $0 }
  }

  /// How many columns a finding covers, at least 1.
  private static func columns(of finding: Finding) -> Int? {
    guard let excerpt = finding.excerpt else { return nil }
    let end = excerpt.faultOffset + finding.length
    if end > excerpt.bytes.count, excerpt.isCutAfter { return nil }
    let line = CellLine(excerpt.bytes)
    let first = line.index(ofByte: excerpt.faultOffset)
    let last = line.index(ofByte: end - 1)
    return max(1, min(last + 1, line.cells.count) - first)
  }
}

import Diagnostics

/// Where in its file a finding is, as other programs ask for it.
struct FindingRegion {
  /// The line, from 1.
  let line: Int
  /// The first column, from 1, in Unicode scalars.
  let column: Int
  /// The column after the last one; nil if the finding continues after the part of the line that was kept.
  let endColumn: Int?
  /// How many bytes these columns are; nil if that is not known either.
  let byteLength: Int?

  private let location: Location
  /// The part of the line that was kept; nil if none was.
  private let kept: (line: CellLine, faultOffset: Int)?

  /// The region of a finding; nil for one about a whole file.
  init?(_ finding: Finding) {
    guard let location = finding.location else { return nil }
    self.location = location
    line = location.line
    column = location.column
    guard let excerpt = finding.excerpt else {
      (kept, endColumn, byteLength) = (nil, nil, nil)
      return
    }
    let cells = CellLine(excerpt.bytes)
    let covered = Self.covered(by: finding, excerpt, cells)
    kept = (cells, excerpt.faultOffset)
    endColumn = covered.map { location.column + $0.columns }
    byteLength = covered?.bytes
  }

  /// The columns of some bytes of the data; nil where they are not all in the part of the line that was kept.
  func columns(of bytes: Range<Int>) -> Range<Int>? {
    guard let kept else { return nil }
    let first = bytes.lowerBound - location.byteOffset + kept.faultOffset
    let end = first + bytes.count
    guard first >= 0, end <= kept.line.cells.last?.bytes.upperBound ?? 0 else { return nil }
    let start = column - kept.line.index(ofByte: kept.faultOffset)
    return start + kept.line.index(ofByte: first)..<start + kept.line.index(ofByte: end)
  }

  /// How many columns a finding covers, at least 1, and the bytes of them.
  private static func covered(
    by finding: Finding, _ excerpt: Finding.Excerpt, _ line: CellLine
  ) -> (columns: Int, bytes: Int?)? {
    let end = excerpt.faultOffset + finding.length
    if end > excerpt.bytes.count, excerpt.isCutAfter { return nil }
    let first = line.index(ofByte: excerpt.faultOffset)
    let last = min(line.index(ofByte: end - 1) + 1, line.cells.count)
    // The line's end, which can be that of the file, too.
    guard last > first else { return (1, nil) }
    return (last - first, line.cells[last - 1].bytes.upperBound - excerpt.faultOffset)
  }
}

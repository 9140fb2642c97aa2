import Diagnostics
import JSONLines
import TuningDatasets

/// What holds for every file of lines, whatever stands in it.
public enum ReaderInvariants {
  /// Checks a file with these bytes, which are not gzip data.
  ///
  /// - Throws: what does not hold.
  public static func check(_ bytes: [UInt8]) throws(BrokenInvariant) {
    if bytes.starts(with: [0x1F, 0x8B]) { return }
    let file = try InputFile(bytes)
    let noise = Noise(of: bytes)
    try check(bytes, file, noise.reading(0), maximumLineBytes: Limits().maximumLineBytes)
    try check(bytes, file, noise.reading(1), maximumLineBytes: noise.lineLimit)
    try Validation.requireSame(on: InputFile(Beginning.line + bytes), noise.reading(0))
  }

  private static func check(
    _ bytes: [UInt8], _ file: borrowing InputFile, _ reading: Validation.Reading, maximumLineBytes: Int
  ) throws(BrokenInvariant) {
    let report = try Validation.report(on: file, maximumLineBytes: maximumLineBytes)
    let other = try Validation.report(on: file, reading, maximumLineBytes: maximumLineBytes)
    try Validation.requireSame(report, other, "\(reading)")
    let lines = Lines(of: bytes)
    try requireOrder(report.findings)
    for finding in report.findings { try require(finding, in: lines) }
    try requireCounts(report)
    try requireVerdicts(report, lines, maximumLineBytes: maximumLineBytes)
  }

  // MARK: Findings

  /// Findings about the whole file come first, the others as they stand in it.
  private static func requireOrder(_ findings: [Finding]) throws(BrokenInvariant) {
    for (finding, next) in zip(findings, findings.dropFirst()) {
      let places = (finding.location?.byteOffset ?? -1, next.location?.byteOffset ?? -1)
      try BrokenInvariant.unless(
        (places.0, finding.code) <= (places.1, next.code), "out of order: \(finding), \(next)")
    }
  }

  /// A finding stands where there is something, and shows what stands there.
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
      (0...min(excerpt.bytes.count, offset)).contains(excerpt.faultOffset) && excerpt.faultLength > 0
      && shown.starts(with: excerpt.bytes)
    try BrokenInvariant.unless(isShown, "another excerpt: \(finding)")
  }

  /// All findings are kept here, so they are as many as were counted.
  private static func requireCounts(_ report: FileReport) throws(BrokenInvariant) {
    let kept = Dictionary(grouping: report.findings, by: \.code).mapValues(\.count)
    let counted = Dictionary(uniqueKeysWithValues: report.counts.map { ($0.code, $0.findings) })
    try BrokenInvariant.unless(kept == counted, "\(kept) kept of \(counted)")
  }

  // MARK: Verdicts

  private static let lineTooLong: RuleCode = "TK010"

  /// Each line is refused exactly if a plain judge of JSON refuses it, and where the reader alone refuses it.
  private static func requireVerdicts(
    _ report: FileReport, _ lines: Lines, maximumLineBytes: Int
  ) throws(BrokenInvariant) {
    if Validation.isNoDataset(report) { return }
    let refusals = report.findings.filter {
      $0.code == lineTooLong || [1, 2].contains($0.code.family) && $0.severity == .error
    }
    let places = Dictionary(refusals.compactMap(\.location).map { ($0.line, $0.byteOffsetInLine) }) {
      one, _ in one
    }
    var examples = 0
    var refused = 0
    for index in 0..<lines.count {
      let line = lines[index]
      let isTooLong = line.count > maximumLineBytes
      if !isTooLong, line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      examples += 1
      let expected = isTooLong ? 0 : faultOffset(in: line)
      if expected != nil { refused += 1 }
      try BrokenInvariant.unless(
        places[index + 1] == expected,
        "line \(index + 1) refused at \(places[index + 1] as Any), not \(expected as Any)")
      try BrokenInvariant.unless(
        isTooLong || PlainJSON.accepts(line) == (expected == nil),
        "line \(index + 1) refused at \(expected as Any)")
    }
    try BrokenInvariant.unless(
      (report.examples, report.examplesNotExamined) == (examples, refused),
      "\(examples) examples, \(refused) not examined: \(report.examples), \(report.examplesNotExamined)")
  }

  /// Where the reader refuses a line, all of whose values are skipped; nil where it does not.
  private static func faultOffset(in line: ArraySlice<UInt8>) -> Int? {
    LineBytes.with(line) { line in
      var reader = JSONReader()
      do throws(JSONFault) {
        try reader.begin(line)
        let start = reader.offset
        let kind = try reader.kind()
        try reader.skipValue()
        try reader.end()
        return kind == .object ? nil : start
      } catch {
        return reader.first(error).offset
      }
    }
  }
}

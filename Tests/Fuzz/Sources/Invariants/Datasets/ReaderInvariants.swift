import Diagnostics
import JSONLines
import TuningDatasets

/// What holds for every file of lines, whatever stands in it.
public enum ReaderInvariants {
  /// Checks the file that an input stands for as a ``Recipe``, if that is not gzip data, with the options that it chooses.
  ///
  /// - Throws: what does not hold.
  public static func check(_ input: [UInt8]) throws(BrokenInvariant) {
    let recipe = Recipe(input)
    if recipe.bytes.starts(with: [0x1F, 0x8B]) { return }
    try check(recipe.bytes, DatasetOptions(recipe, Noise(of: input)))
  }

  /// Checks a file that is not gzip data, with options drawn from it.
  ///
  /// - Throws: what does not hold.
  public static func check(file bytes: [UInt8]) throws(BrokenInvariant) {
    try check(bytes, DatasetOptions(Recipe(bytes: bytes), Noise(of: bytes)))
  }

  private static func check(_ bytes: [UInt8], _ options: DatasetOptions) throws(BrokenInvariant) {
    var options = options
    var plain = DatasetOptions()
    plain.maximumLineBytes = options.maximumLineBytes
    plain.requirements = options.requirements
    let isLarge = bytes.count > 1 << 16
    if isLarge {
      // To word tens of thousands of findings would take seconds.
      plain.maximumFindings = RuleSettings(.datasets).maximumFindings
      if options.maximumFindings == 0 { options.maximumFindings = plain.maximumFindings }
    }
    let file = try InputFile(bytes)
    let report = try Validation.report(on: file, plain)
    let lines = Lines(of: bytes)
    try FindingPlaces.require(report.findings, in: lines)
    try requireCounts(report, maximumFindings: plain.maximumFindings)
    try requireVerdicts(report, lines, maximumLineBytes: options.maximumLineBytes)
    plain.reading = options.reading
    try Validation.requireSame(report, Validation.report(on: file, plain), "\(options.reading)")
    let selected = try Validation.report(on: file, options)
    try Selections.require(
      selected, with: options.selection, maximumFindings: options.maximumFindings, from: report)
    try ShownReports.require([selected], rules: RuleBook.datasets.rules)
    // A line before it makes threads share the input; large ones they share anyway.
    if !isLarge { try Validation.requireSame(on: InputFile(Beginning.line + bytes), options.reading) }
  }

  /// As many findings are kept as were counted, up to the most; of lines in another format one for each format.
  private static func requireCounts(_ report: FileReport, maximumFindings: Int) throws(BrokenInvariant) {
    let kept = Dictionary(grouping: report.findings, by: \.code).mapValues(\.count)
    let most = maximumFindings == 0 ? Int.max : maximumFindings
    let areAllKept = report.counts.allSatisfy { count in
      let keptOfRule = kept[count.code, default: 0]
      return oneForAFormat.contains(count.code)
        ? (1...min(count.findings, most)).contains(keptOfRule) : keptOfRule == min(count.findings, most)
    }
    try BrokenInvariant.unless(
      areAllKept && kept.count == report.counts.count, "\(kept) kept of \(report.counts)")
  }

  private static let oneForAFormat: Set<RuleCode> = ["TK311", "TK312"]

  // MARK: Verdicts

  private static let lineTooLong: RuleCode = "TK010"
  private static let nestingTooDeep: RuleCode = "TK207"
  /// The fewest levels of a line that is good JSON and is refused for the messages that it stands for.
  private static let fewestLevels = 50

  /// Each line is refused exactly if a plain judge of JSON refuses it, and where the reader alone refuses it; a line of many
  /// levels also for a value that no message can be.
  private static func requireVerdicts(
    _ report: FileReport, _ lines: Lines, maximumLineBytes: Int
  ) throws(BrokenInvariant) {
    if Validation.isNoDataset(report) { return }
    let refusals = report.findings.filter { refuses($0.code, $0.severity) }
    let areAllKept =
      report.counts.filter { refuses($0.code, $0.severity) }.reduce(0) { $0 + $1.findings } == refusals.count
    let places = Dictionary(refusals.compactMap(\.location).map { ($0.line, $0.byteOffsetInLine) }) {
      one, _ in one
    }
    let tooDeep = Set(refusals.filter(isOfMessage).compactMap(\.location?.line))
    var examples = 0
    var refused = 0
    for index in 0..<lines.count {
      let line = lines[index]
      let isTooLong = line.count > maximumLineBytes
      if !isTooLong, line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      examples += 1
      let expected = isTooLong ? 0 : faultOffset(in: line)
      if tooDeep.contains(index + 1) {
        try BrokenInvariant.unless(
          PlainJSON.levels(of: line) >= fewestLevels, "line \(index + 1) is not too deep for messages")
        refused += 1
        continue
      }
      // Where its finding is not kept, nothing tells such a line from a good one.
      if !areAllKept, expected == nil, PlainJSON.levels(of: line) >= fewestLevels { return }
      if expected != nil { refused += 1 }
      try BrokenInvariant.unless(
        !areAllKept || places[index + 1] == expected,
        "line \(index + 1) refused at \(places[index + 1] as Any), not \(expected as Any)")
      try BrokenInvariant.unless(
        isTooLong || PlainJSON.accepts(line) == (expected == nil),
        "line \(index + 1) refused at \(expected as Any)")
    }
    try BrokenInvariant.unless(
      (report.examples, report.examplesNotExamined) == (examples, refused),
      "\(examples) examples, \(refused) not examined: \(report.examples), \(report.examplesNotExamined)")
  }

  /// Whether a finding says that a line cannot be examined.
  private static func refuses(_ code: RuleCode, _ severity: Severity) -> Bool {
    code == lineTooLong || [1, 2].contains(code.family) && severity == .error
  }

  /// Whether a finding is about a value that no message can be, not about the line's JSON.
  private static func isOfMessage(_ finding: Finding) -> Bool {
    finding.code == nestingTooDeep && finding.arguments.first?.isEmpty == false
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

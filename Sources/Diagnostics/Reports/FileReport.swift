/// What a file is for.
public enum FileRole: String, Sendable {
  /// The model learns from its examples.
  case training
  /// The tuned model is measured by its examples.
  case validation
  /// None: it is a job file.
  case job
}

/// What was found in one file.
public struct FileReport: Sendable {
  /// How many findings a rule has in a file, and how they show.
  public struct Count: Sendable, Equatable {
    /// The rule.
    public let code: RuleCode
    /// The greatest severity among the findings.
    public let severity: Severity
    /// How many findings there are, whether they are kept or not.
    public let findings: Int
    /// How many of them are errors.
    public let errors: Int
    /// Whether the rule was unselected by the user, though it cannot be: its findings are not listed.
    public let isHidden: Bool

    /// Counts the findings of a rule.
    ///
    /// - Parameter errors: how many of them are errors; nil if all have the same severity.
    public init(code: RuleCode, severity: Severity, findings: Int, errors: Int? = nil, isHidden: Bool) {
      self.code = code
      self.severity = severity
      self.findings = findings
      self.errors = errors ?? (severity == .error ? findings : 0)
      self.isHidden = isHidden
    }
  }

  /// The path as the user wrote it; `-` is standard input.
  public let path: String
  /// What the file is for.
  public let role: FileRole
  /// The lines that are not blank; 0 for a file that is not a dataset as a whole.
  public let examples: Int
  /// The turns of the examples that could be read.
  public let turns: Int
  /// The uncompressed bytes that were read.
  public let bytes: Int
  /// The examples that could not be examined, because their line is not a JSON object.
  public let examplesNotExamined: Int
  /// The findings kept, those about the whole file first, then in the order of the data, one after the other.
  public let kept: KeptFindings
  /// Every rule with findings, by code; the counts are exact.
  public let counts: [Count]
  /// Findings in lines that are one mistake repeated, by rule; the counts are exact. A rule whose findings are of very many kinds has
  /// none.
  public let causes: [RootCause]
  /// Why the file could not be checked to its end, in one line; nil if it could.
  public let failure: String?
  /// How many findings of each rule were fixed before; the report is about the data as they are then.
  public var fixed: [RuleCode: Int] = [:]
  /// How many findings are in the baseline, and neither kept nor counted.
  public let inBaseline: Int

  /// Describes what was found in a file.
  public init(
    path: String, role: FileRole, examples: Int, turns: Int, bytes: Int, examplesNotExamined: Int,
    findings: [Finding], counts: [Count], causes: [RootCause] = [], failure: String?
  ) {
    self.init(
      path: path, role: role, examples: examples, turns: turns, bytes: bytes,
      examplesNotExamined: examplesNotExamined, kept: KeptFindings(findings), counts: counts,
      causes: causes, failure: failure)
  }

  /// Describes what was found in a file, whose findings may be too many for memory.
  public init(
    path: String, role: FileRole, examples: Int, turns: Int, bytes: Int, examplesNotExamined: Int,
    kept: KeptFindings, counts: [Count], causes: [RootCause] = [], failure: String?, inBaseline: Int = 0
  ) {
    self.path = path
    self.role = role
    self.examples = examples
    self.turns = turns
    self.bytes = bytes
    self.examplesNotExamined = examplesNotExamined
    self.kept = kept
    self.counts = counts
    self.causes = causes
    self.failure = failure
    self.inBaseline = inBaseline
  }

  /// The same report with only some of the findings: the others are in the baseline, or too many.
  package init(_ report: FileReport, kept: KeptFindings, counts: [Count], inBaseline: Int) {
    self.init(
      path: report.path, role: report.role, examples: report.examples, turns: report.turns,
      bytes: report.bytes, examplesNotExamined: report.examplesNotExamined, kept: kept, counts: counts,
      failure: report.failure, inBaseline: inBaseline)
    fixed = report.fixed
  }

  /// The findings kept, all in memory. Where their number has no maximum, ``kept`` takes less.
  public var findings: [Finding] { Array(kept) }

  /// Whether findings were counted but not kept.
  public var isTruncated: Bool {
    counts.reduce(0) { $1.isHidden ? $0 : $0 + $1.findings } > kept.count
  }
}

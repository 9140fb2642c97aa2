public import Diagnostics
public import TuningDatasets

/// What is chosen for the reports of a run, whatever their form.
public struct ReportChoices: Sendable {
  /// The rules whose findings may occur.
  public var rules: RuleBook
  /// The findings that are listed for people; the others are counted. Reports for programs list all that were kept.
  public var listing: FindingListing
  /// Whether a rule ran for a file, which is given by its number among the files of the run.
  public var runs: @Sendable (_ code: RuleCode, _ file: Int) -> Bool
  /// The lowest severity with which a run fails; nil if none does.
  public var failingSeverity: Severity?
  /// The file with which tokens were counted; nil if they were not.
  public var tokenizer: String?
  /// How long the lines and examples are of the files with a role; none if that was not gathered.
  public var distributions: [FileRole: ExampleDistributions] = [:]
  /// The terminal's columns; nil if the report does not go to one.
  public var width: Int?
  /// Whether escape sequences for colours are written in the form that has colours.
  public var isColored = false
  /// Whether the summary is left out.
  public var isQuiet = false
  /// Whether the summary says what `--fix` can fix.
  public var proposesFixes = false

  /// The choices of a run.
  ///
  /// - Parameters:
  ///   - namedRules: the rules that were selected by name, whose remarks are listed too.
  ///   - runs: whether a rule ran for a file, which is given by its number among the files of the run.
  public init(
    rules: RuleBook, namedRules: Set<RuleCode> = [], failingSeverity: Severity? = .error,
    tokenizer: String? = nil, where runs: @escaping @Sendable (_ code: RuleCode, _ file: Int) -> Bool
  ) {
    self.rules = rules
    listing = .errorsAndWarnings(withRemarksOf: namedRules)
    self.runs = runs
    self.failingSeverity = failingSeverity
    self.tokenizer = tokenizer
  }
}

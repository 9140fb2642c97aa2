/// What the user chooses about rules in one place: in a settings file, in a part of it, or with the options of a command.
public struct RuleChoices: Sendable, Equatable {
  /// The severity of the rules that a pattern matches.
  public struct SeverityChoice: Sendable, Equatable {
    /// The pattern: a code, a prefix of codes, a name, or `ALL`.
    public let pattern: String
    /// The severity of all findings of the rules.
    public let severity: Severity

    /// Gives a severity to the rules that a pattern matches.
    public init(_ pattern: String, _ severity: Severity) {
      self.pattern = pattern
      self.severity = severity
    }
  }

  /// The rules that run in place of those chosen before; nil to begin with those. A prefix takes only rules that are on by
  /// default; a code, a name and `ALL` take any.
  public var select: [String]?
  /// The rules that run as well.
  public var extendSelect: [String]
  /// The rules that do not run.
  public var ignore: [String]
  /// The severities of rules.
  public var severities: [SeverityChoice]

  /// Chooses rules by patterns.
  public init(
    select: [String]? = nil, extendSelect: [String] = [], ignore: [String] = [],
    severities: [SeverityChoice] = []
  ) {
    self.select = select
    self.extendSelect = extendSelect
    self.ignore = ignore
    self.severities = severities
  }
}

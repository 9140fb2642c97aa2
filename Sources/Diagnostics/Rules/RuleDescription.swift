/// The description of a rule, which is the source of its messages, its documentation and its tests.
public struct RuleDescription: Sendable {
  /// A severity that some findings of a rule have in place of the rule's own.
  public struct SecondSeverity: Sendable {
    /// The other severity.
    public let severity: Severity
    /// When a finding has it, as a clause: "there are under 20 examples".
    public let when: String
  }

  /// The code, such as `TK401`.
  public let code: RuleCode
  /// The name, such as `unknown-role`: it says what is wrong, in the words of the field.
  public let name: String
  /// The severity of the rule's findings, where `also` does not say otherwise.
  public let severity: Severity
  /// A second severity, and when it applies.
  public let also: SecondSeverity?
  /// Whether the rule runs only when it is selected by its code or name, or with `ALL`.
  public let isOffByDefault: Bool
  /// Whether what the rule finds keeps a line or a file from being examined, as errors of families 0 to 2 do unless the
  /// rule says otherwise: ignoring the rule hides its findings, but not the fact (the exit status is still 1).
  public let cannotBeUnselected: Bool
  /// The first version of tunekit that has the rule.
  public let since: String
  /// The message, with `{0}`, `{1}`, … where a finding's arguments go.
  public let message: String
  /// What the rule looks for, in a sentence.
  public let summary: String
  /// Why it matters.
  public let rationale: String
  /// What to do about a finding; may contain `{0}`, `{1}`, … as the message does.
  public let remedy: String
  /// What to do, as the rule's page says it, where `remedy` is chosen by what is written at the place of a finding.
  public let remedyInGeneral: String?
  /// What `tunekit validate --fix` does about findings of the rule; nil if nothing.
  public let fix: RuleFix?
  /// The source of the fact that the rule is based on.
  public let source: Source
  /// The service's own error text, where it is known.
  public let serviceSays: String?
  /// What the rule accepts and rejects: documentation and tests at once. They are made on each call: most runs need none.
  public var examples: [RuleExample] { makeExamples() }
  private let makeExamples: @Sendable () -> [RuleExample]

  /// Describes a rule.
  public init(
    _ code: RuleCode, _ name: String, severity: Severity, also: Severity? = nil, when: String = "",
    isOffByDefault: Bool = false, keepsFromExamination: Bool? = nil, since: String, message: String,
    summary: String, rationale: String,
    remedy: String, remedyInGeneral: String? = nil, fix: RuleFix? = nil, source: Source,
    serviceSays: String? = nil,
    examples: @autoclosure @escaping @Sendable () -> [RuleExample]
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.also = also.map { SecondSeverity(severity: $0, when: when) }
    self.isOffByDefault = isOffByDefault
    cannotBeUnselected = keepsFromExamination ?? (code.family <= 2 && severity == .error)
    self.since = since
    self.message = message
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.remedyInGeneral = remedyInGeneral
    self.fix = fix
    self.source = source
    self.serviceSays = serviceSays
    makeExamples = examples
  }

  /// Whether findings of the rule can be errors.
  public var findsErrors: Bool { severity == .error || also?.severity == .error }

  /// The message with its arguments filled in.
  public func message(with arguments: [String]) -> String {
    RuleTemplate(message).filled(with: arguments)
  }

  /// The remedy with its arguments filled in.
  public func remedy(with arguments: [String]) -> String {
    RuleTemplate(remedy).filled(with: arguments)
  }
}

public import Diagnostics

/// What one place says of rules: a settings file, an override in it, or the options of a command.
public struct RuleLayer: Equatable, Sendable {
  /// The rules that run in place of those of the layers before; nil to begin with those.
  public var select: [Setting<String>]?
  /// The rules that run as well.
  public var extendSelect: [Setting<String>] = []
  /// The rules that do not run.
  public var ignore: [Setting<String>] = []
  /// The severities of rules, by patterns.
  public var severities: [Setting<RuleChoices.SeverityChoice>] = []

  /// Says nothing.
  public init() {}

  /// What it says, without where.
  public var choices: RuleChoices {
    RuleChoices(
      select: select?.map(\.value), extendSelect: extendSelect.map(\.value), ignore: ignore.map(\.value),
      severities: severities.map(\.value))
  }

  /// Whether it says nothing.
  public var isEmpty: Bool { self == RuleLayer() }

  /// Where it says whether a rule runs, by the most specific pattern that matches the rule.
  func origin(ofSelecting rule: RuleDescription, in book: RuleBook) -> SettingsOrigin? {
    let all = (select ?? []) + extendSelect + ignore
    return Self.mostSpecific(all.map { ($0.value, $0.origin) }, for: rule, in: book) ?? select?.first?.origin
  }

  /// Where it gives a severity to a rule.
  func origin(ofSeverityOf rule: RuleDescription, in book: RuleBook) -> SettingsOrigin? {
    Self.mostSpecific(severities.map { ($0.value.pattern, $0.origin) }, for: rule, in: book)
  }

  private static func mostSpecific(
    _ patterns: [(String, SettingsOrigin)], for rule: RuleDescription, in book: RuleBook
  ) -> SettingsOrigin? {
    var found: (specificity: Int, origin: SettingsOrigin)?
    for (pattern, origin) in patterns {
      guard let match = book.rules(matching: pattern), match.rules.contains(where: { $0.code == rule.code }),
        match.specificity >= found?.specificity ?? 0
      else { continue }
      found = (match.specificity, origin)
    }
    return found?.origin
  }
}

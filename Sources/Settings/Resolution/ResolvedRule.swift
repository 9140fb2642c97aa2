public import Diagnostics

/// Whether a rule runs for a file and how severe its findings are, and where both come from.
public struct ResolvedRule: Sendable {
  /// The rule.
  public let rule: RuleDescription
  /// Whether it runs.
  public internal(set) var runs: Setting<Bool>
  /// The severity of its findings; nil if they have their own.
  public internal(set) var severity: Setting<Severity>?

  /// Whether it is as it is without settings.
  public var isUsual: Bool { runs.origin == .usual && severity == nil }
}

extension Settings {
  /// All rules with what is in force for a file, by code.
  ///
  /// - Parameters:
  ///   - path: the path as the user wrote it.
  ///   - options: what the options of the command say, which takes precedence.
  /// - Throws: a pattern of the options that matches no rule.
  public func resolvedRules(
    for path: String, _ options: RuleLayer, in book: RuleBook
  ) throws(RuleSettings.UnknownPattern) -> [ResolvedRule] {
    var settings = RuleSettings(book)
    var resolved = book.rules.map { rule in
      ResolvedRule(rule: rule, runs: Setting(settings.contains(rule.code), from: .usual))
    }
    for layer in layers(for: Self.fullPath(path)) + [options] {
      try settings.apply(layer.choices)
      for index in resolved.indices {
        let rule = resolved[index].rule
        let runs = settings.contains(rule.code)
        if runs != resolved[index].runs.value {
          let origin = layer.origin(ofSelecting: rule, in: book)
          resolved[index].runs = Setting(runs, from: origin ?? .usual)
        }
        if let severity = settings.chosenSeverity(of: rule.code),
          let origin = layer.origin(ofSeverityOf: rule, in: book)
        {
          resolved[index].severity = Setting(severity, from: origin)
        }
      }
    }
    return resolved
  }
}

import Diagnostics
import Documents

/// The fields of a settings file, and of an override in it, that say which rules run and how severe they are.
enum RuleFields {
  /// The fields that set a layer of a target.
  ///
  /// - Parameter text: the text of the settings file.
  static func fields<Target: Sendable>(
    of layer: any WritableKeyPath<Target, RuleLayer> & Sendable,
    in text: @escaping @Sendable (Target) -> SettingsText
  ) -> [SettingsField<Target>] {
    [
      SettingsField(
        "select", .rules,
        "The rules to run instead of the default ones. A prefix does not select rules that are off by default."
      ) { (target, list, _) throws(DocumentFault) in
        let patterns = try patterns(list, in: text(target), not: target[keyPath: layer].ignore, "ignore")
        if patterns.isEmpty { throw list.invalid("expected rules, found none") }
        target[keyPath: layer].select = patterns
      },
      SettingsField("extendSelect", .rules, "The rules to run in addition.") {
        (target, list, _) throws(DocumentFault) in
        let ignored = target[keyPath: layer].ignore
        target[keyPath: layer].extendSelect = try patterns(list, in: text(target), not: ignored, "ignore")
      },
      SettingsField(
        "ignore", .rules,
        "The rules not to run. Findings that keep a line from being examined still count."
      ) { (target, list, _) throws(DocumentFault) in
        let (own, more) = (target[keyPath: layer].select ?? [], target[keyPath: layer].extendSelect)
        let patterns = try patterns(list, in: text(target), not: own, "select")
        try check(list, in: text(target), not: more, "extendSelect")
        target[keyPath: layer].ignore = patterns
      },
      SettingsField("severity", .severities, "The severity of all findings of rules: error, warning or info.")
      {
        (target, object, _) throws(DocumentFault) in
        target[keyPath: layer].severities = try severities(object, in: text(target))
      },
    ]
  }

  /// Reads patterns of rules.
  ///
  /// - Parameters:
  ///   - others: the patterns of the field `name`, of which none may say the same.
  private static func patterns(
    _ list: DocumentReader, in text: SettingsText, not others: [Setting<String>], _ name: String
  ) throws(DocumentFault) -> [Setting<String>] {
    var patterns: [Setting<String>] = []
    let elements = try list.elements()
    guard elements.count <= most else { throw list.invalid("expected at most \(most) rules") }
    for element in elements {
      let pattern = try element.string()
      _ = try match(pattern, element, text)
      patterns.append(text.setting(pattern, of: element))
    }
    try check(list, in: text, not: others, name)
    return patterns
  }

  /// Checks that no pattern of a list means the same rules as one of another field.
  private static func check(
    _ list: DocumentReader, in text: SettingsText, not others: [Setting<String>], _ name: String
  ) throws(DocumentFault) {
    var known = KnownPatterns(text.book)
    for other in others { known.add(other.value) }
    for element in try list.elements() {
      let pattern = try element.string()
      guard let other = known.same(as: pattern) else { continue }
      throw element.invalid(
        "'\(pattern)' contradicts '\(name)', which has '\(other)'", advice: "leave one of them out")
    }
  }

  private static func severities(
    _ object: DocumentReader, in text: SettingsText
  ) throws(DocumentFault) -> [Setting<RuleChoices.SeverityChoice>] {
    var chosen: [Setting<RuleChoices.SeverityChoice>] = []
    var known = KnownPatterns(text.book)
    let members = try object.members()
    guard members.count <= most else { throw object.invalid("expected at most \(most) rules") }
    for (pattern, value) in members {
      let match = try match(pattern, value, text)
      if let other = known.same(as: pattern) {
        throw value.invalid(
          "the rules of '\(pattern)' have a severity already, by '\(other)'", advice: "leave one of them out")
      }
      known.add(pattern)
      let word = try value.word(of: names)
      guard let severity = Severity.allCases.first(where: { $0.name == word }) else { continue }
      if match.rules.count == 1, let rule = match.rules.first, rule.cannotBeUnselected,
        severity < rule.severity
      {
        throw value.invalid(
          "\(rule.code) keeps data from being examined, so its severity stays '\(rule.severity.name)'")
      }
      chosen.append(text.setting(RuleChoices.SeverityChoice(pattern, severity), of: value))
    }
    return chosen
  }

  /// The most patterns in a list.
  private static let most = 1000

  private static let names = Severity.allCases.reversed().map(\.name)

  private static func match(
    _ pattern: String, _ reader: DocumentReader, _ text: SettingsText
  ) throws(DocumentFault) -> RuleBook.Match {
    if let match = text.book.rules(matching: pattern) { return match }
    let hint = text.book.name(meantBy: pattern).map { ", did you mean '\($0)'?" } ?? ""
    throw reader.invalid(
      "no rule has the code, prefix or name '\(DocumentFault.excerpt(pattern))'\(hint)",
      advice: hint.isEmpty ? "'tunekit rules' lists them" : nil)
  }
}

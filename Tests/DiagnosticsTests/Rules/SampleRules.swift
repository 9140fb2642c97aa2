import Diagnostics

/// Rules made for tests.
enum SampleRules {
  static func rule(
    _ code: RuleCode, _ name: String, _ severity: Severity = .error, isOffByDefault: Bool = false
  ) -> RuleDescription {
    RuleDescription(
      code, name, severity: severity, isOffByDefault: isOffByDefault, since: "0.1.0", message: "",
      summary: "", rationale: "", remedy: "", source: Source("", asOf: "2026-11-28", confidence: .guess),
      examples: [])
  }

  /// Not in order, since a book has to bring them into it.
  static let book = RuleBook([
    rule("TK801", "unknown-model"), rule("TK401", "unknown-role"), rule("TK201", "invalid-json"),
    rule("TK202", "json-array-file"), rule("TK104", "crlf-line-endings", .info, isOffByDefault: true),
    rule("TK408", "empty-text", .warning),
  ])
}

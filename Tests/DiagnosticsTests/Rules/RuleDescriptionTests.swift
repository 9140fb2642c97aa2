import Diagnostics
import Testing

@Suite struct RuleDescriptionTests {
  private func rule(
    _ code: RuleCode = "TK401", _ severity: Severity = .error, message: String = "", remedy: String = ""
  ) -> RuleDescription {
    RuleDescription(
      code, "sample", severity: severity, since: "0.1.0", message: message, summary: "", rationale: "",
      remedy: remedy, source: Source("RFC 8259", asOf: "2026-11-22", confidence: .guess), examples: [])
  }

  @Test(
    arguments: [
      ("", ["a"], ""),
      ("no placeholder", ["a"], "no placeholder"),
      ("{0}", ["a"], "a"),
      ("{0}{1}", ["a", "b"], "ab"),
      ("'{1}' and '{0}', '{1}' again", ["a", "b"], "'b' and 'a', 'b' again"),
      ("日本{0}語", ["世界"], "日本世界語"),
      // An argument may bring letters that join with those around it.
      ("e{0}", ["\u{301}"], "e\u{301}"),
      ("{0}\u{301}", ["e"], "e\u{301}"),
      // An argument that looks like a placeholder is none, nor does it make one with what stands beside it.
      ("{0} {1}", ["{1}", "{0}"], "{1} {0}"),
      ("{{0}}", ["0"], "{0}"),
      ("{{0}1}", ["", "b"], "{1}"),
      // What has no argument stays.
      ("{0} {1}", ["a"], "a {1}"),
      ("{0}", [], "{0}"),
      // Braces that hold no digit, or more than one, are braces.
      ("{", ["a"], "{"), ("}", ["a"], "}"), ("{}", ["a"], "{}"), ("{0", ["a"], "{0"), ("0}", ["a"], "0}"),
      ("{x} {00} {-1} {/} {:} {٠}", ["a"], "{x} {00} {-1} {/} {:} {٠}"),
      (#"{"contents":[{0}]}"#, ["a"], #"{"contents":[a]}"#), ("{{{0}}}", ["a"], "{{a}}"),
      ("{9}", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], "9"),
    ])
  func fillsPlaceholders(_ template: String, _ arguments: [String], _ filled: String) {
    #expect(rule(message: template).message(with: arguments) == filled)
    #expect(rule(remedy: template).remedy(with: arguments) == filled)
  }

  @Test func secondSeverityNeedsAnOther() {
    let one = RuleDescription(
      "TK401", "sample", severity: .error, also: .warning, when: "there are under 20 examples",
      since: "0.1.0", message: "", summary: "", rationale: "", remedy: "",
      source: Source("RFC 8259", asOf: "2026-11-22", confidence: .guess), examples: [])
    #expect(one.also?.severity == .warning)
    #expect(one.also?.when == "there are under 20 examples")
    #expect(rule().also == nil)
  }

  @Test(
    arguments: [
      ("TK001", .error, true), ("TK201", .error, true), ("TK299", .error, true), ("TK201", .warning, false),
      ("TK104", .info, false), ("TK301", .error, false),
    ] as [(RuleCode, Severity, Bool)])
  func rulesThatGuardTheReadingCannotBeUnselected(_ code: RuleCode, _ severity: Severity, _ cannot: Bool) {
    #expect(rule(code, severity).cannotBeUnselected == cannot)
  }
}

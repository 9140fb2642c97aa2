import Diagnostics
import JSONLines

/// TK609: a function that is declared twice.
enum DuplicateFunction: Rule {
  static let description = RuleDescription(
    "TK609", "duplicate-function", severity: .warning, since: "0.1.0",
    message: "function '{0}' is declared a second time, so a call does not tell which of the two is meant",
    summary: "The functions of an example have different names.",
    rationale: """
      A call names its function and nothing else. It is not documented what tuning makes of two declarations of one name. The \
      first second declaration of a line is reported.
      """,
    remedy: "remove one of the declarations, or give one of the functions another name",
    source: Source("models/tuning/function-calling", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "names that differ in case",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"},{"name":"Get_time"},{"name":"get_times"}]}]}
        """#),
      .rejects(
        "one name in two tools, the second time with an escape, and again",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_day"},{"name":"get_time"}]},\#
        {"functionDeclarations":[{"name":↓"get\u005ftime"},{"name":"get_time"}]}]}
        """#),
    ])

  /// Checks the declarations of an example; finds one at most.
  static func check(
    _ declared: borrowing DeclaredFunctions, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard let repeated = declared.repeated,
      let name = context.example.functionDeclarations[repeated.index].name.string,
      let first = context.example.functionDeclarations[repeated.first].name.range
    else { return }
    findings.report(
      DuplicateFunction.self, at: name.start - 1, length: name.count + 2,
      relatedTo: LineFindings.Related(offset: first.lowerBound, .firstDeclaration),
      .string(name))
  }
}

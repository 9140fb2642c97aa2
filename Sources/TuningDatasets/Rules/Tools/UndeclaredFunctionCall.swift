import Diagnostics
import JSONLines

/// TK601: a call of a function that the example does not declare.
enum UndeclaredFunctionCall: Rule {
  static let description = RuleDescription(
    "TK601", "undeclared-function-call", severity: .warning, since: "0.1.0",
    message:
      "function '{0}' is called but not declared{1}, so the model learns to call what it is not offered",
    summary: "Every function that the model calls is declared in the tools of the example.",
    rationale: """
      In Google's samples, each example declares the functions that it calls. It is not documented what tuning makes of other \
      calls. A tuned model is told which functions there are in each request, and learns from the examples to choose among \
      those. The first such call of a line is reported.
      """,
    remedy: "{2}",
    remedyInGeneral:
      "declare the function in 'tools' of the example, or write the name of the declared function that is meant",
    source: Source("models/tuning/function-calling", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "a function that is declared in the second tool, its name written as an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get\u005ftime","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_day"}]},{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .accepts(
        "declarations that could not be read, which are a fault of their own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],"tools":"get_time"}
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"description":"Says what time it is."}]}]}
        """#, alongside: ["TK303", "TK612"]),
      .rejects(
        "a function that is not among those that are declared, reported once",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":↓"getTime","args":{}}},\#
        {"functionCall":{"name":"getTime","args":{"city":"Lima"}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_day"},{"name":"get_time"}]}]}
        """#),
      .rejects(
        "a call in an example without tools",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":↓"get_time","args":{}}}]}]}
        """#),
    ])

  /// Checks all calls of an example; finds one at most.
  static func check(
    _ declared: borrowing DeclaredFunctions, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard declared.areAll else { return }
    for index in 0..<context.example.functionCalls.count {
      let call = context.example.functionCalls[index]
      guard let name = call.name.string, name.count > 0, declared.index(of: name, in: context.line) == nil,
        !context.example.instructionParts.contains(call.part)
      else { continue }
      let lacksAll = declared.isEmpty
      return findings.report(UndeclaredFunctionCall.self, at: name.start - 1, length: name.count + 2) {
        (
          .string(name), .literal(lacksAll ? ", and the example declares no function" : ""),
          $0.keep(remedy(for: name, context))
        )
      }
    }
  }

  /// What to do about a call, given all declarations.
  private static func remedy(for name: StringToken, _ context: borrowing ExampleContext) -> String {
    let name = FindingArgument.beginning(of: name, in: context.line)
    var names: [String] = []
    for index in 0..<min(200, context.example.functionDeclarations.count) {
      guard let other = context.example.functionDeclarations[index].name.string else { continue }
      names.append(FindingArgument.beginning(of: other, in: context.line))
    }
    let declare = "declare '\(name)' in 'tools' of the example"
    return NearestName.of(name, among: names).map { "write '\($0)' if that is meant, or \(declare)" }
      ?? declare
  }
}

import Diagnostics
import JSONLines
import ModelCatalog

/// TK610: more function declarations than the service takes.
enum TooManyFunctions: Rule {
  static let description = RuleDescription(
    "TK610", "too-many-functions", severity: .warning, also: .error, when: "there are more than 512",
    since: "0.1.0",
    message: "the example declares {0} functions, but the limit is {1}",
    summary: "An example declares at most 128 functions.",
    rationale: """
      The API's reference allows 512 functions in a tool, and an older version of its message type 128. More than 512 are \
      above both limits. The finding is at the first declaration above the lower limit.
      """,
    remedy: "keep the functions that the example needs: those that it calls, and some that it could call",
    source: Source(
      "reference/rest/Shared.Types/GeminiExample", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts("128 functions", sample(functions: 128, marked: false)),
      .rejects("129 functions", sample(functions: 129)),
      .rejects("512 functions in two tools", sample(functions: 512)),
      .rejects("513 functions", sample(functions: 513), as: .error),
    ])

  /// An example that declares so many functions.
  private static func sample(functions: Int, marked: Bool = true) -> String {
    let declarations = (0..<functions).map { index in
      (index == 128 && marked ? "↓" : "") + #"{"name":"f\#(index)"}"#
    }
    let contents =
      #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],"#
    let tools = [declarations.prefix(100), declarations.dropFirst(100)].map { part in
      #"{"functionDeclarations":["# + part.joined(separator: ",") + "]}"
    }
    return contents + #""tools":["# + tools.joined(separator: ",") + "]}"
  }

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    let count = context.example.functionDeclarations.count
    let limits = context.requirements.limits
    let many = limits.manyFunctionDeclarations.value
    guard count > many, let place = context.example.functionDeclarations[many].object.range else { return }
    let isOver = count > limits.maxFunctionDeclarations.value
    findings.report(
      TooManyFunctions.self, at: place.lowerBound, length: place.count, as: isOver ? .error : .warning,
      .number(count), .number(isOver ? limits.maxFunctionDeclarations.value : many))
  }
}

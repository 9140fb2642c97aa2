import Diagnostics
import JSONLines

/// TK604: a function call that the model does not wait for the response of.
enum CallWithoutResponse: Rule {
  static let description = RuleDescription(
    "TK604", "call-without-response", severity: .warning, since: "0.1.0",
    message: "the call of '{0}' has no response, but the model speaks again after it",
    summary: "A function call is followed by its response, or is the last that the model says.",
    rationale: """
      In Google's samples, a call is the end of the example or the response is next. Requests to a model in which something \
      else follows a call are refused. What tuning makes of such an example is not documented; the model would learn to answer \
      without waiting for the result. The first such call of a line is reported.
      """,
    remedy: "add a turn with the response, such as {1}, or end the example with the call",
    remedyInGeneral: "add a turn with the response after the call, or end the example with the call",
    source: Source("models/tuning/function-calling", asOf: "2026-08-22", confidence: .guess),
    serviceSays:
      "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
    examples: [
      .accepts(
        "a call that is the end, and one with its response",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"text":"I will look."},{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .accepts(
        "a response that could not be read, which is a fault of its own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":"12:30"}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK303"]),
      .rejects(
        "the user speaks, and the model answers",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":↓"get_time"}}]},\#
        {"role":"user","parts":[{"text":"Quick!"}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "the model answers its own call",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":↓"get_time"}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK407"]),
    ])

  /// Reports the first call of a round.
  static func report(
    _ round: CallRound, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let name = context.example.functionCalls[round.calls.lowerBound].name.string else { return }
    findings.report(CallWithoutResponse.self, at: name.start - 1, length: name.count + 2) {
      (.string(name), $0.keep(sample(name, context.line)), .none)
    }
  }

  /// A response that is complete.
  private static func sample(_ name: StringToken, _ line: LineBytes) -> String {
    let name = FindingArgument.beginning(of: name, in: line)
    return #"{"functionResponse": {"name": "\#(name)", "response": {"output": …}}}"#
  }
}

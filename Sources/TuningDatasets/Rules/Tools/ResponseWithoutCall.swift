import Diagnostics
import JSONLines

/// TK603: a function response without a call before it.
enum ResponseWithoutCall: Rule {
  static let description = RuleDescription(
    "TK603", "response-without-call", severity: .warning, since: "0.1.0",
    message: "{0}, which the service refuses in requests to a model",
    summary: "A function response follows a call of the same function.",
    rationale: """
      Requests to a model are refused if a function response does not follow directly after a call. What tuning makes of such \
      an example is not documented; the model would learn to answer from results that it did not ask for. The first such \
      response of a line is reported.
      """,
    remedy: "{1}",
    remedyInGeneral: "add the model turn with the call before the response, or give both the same name",
    source: Source("google-gemini/gemini-cli issue 4217", asOf: "2026-11-22", confidence: .guess),
    serviceSays:
      "Please ensure that function response turn comes immediately after a function call turn.",
    examples: [
      .accepts(
        "responses of two calls in the same turn and in a turn each, with the role that the public data have",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it, and where?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}},{"functionCall":{"name":"get_place"}}]},\#
        {"role":"user","parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}},\#
        {"functionResponse":{"name":"get\u005fplace","response":{"output":"Lima"}}}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}},{"functionCall":{"name":"get_place"}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:31"}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_place","response":{"output":"Lima"}}}]},\#
        {"role":"model","parts":[{"text":"It was half past twelve in Lima."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"},{"name":"get_place"}]}]}
        """#),
      .accepts(
        "a call that could not be read, which is a fault of its own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":"get_time"}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK303"]),
      .rejects(
        "a response without a call, reported once",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"parts":[{"functionResponse":{"name":↓"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:31"}}}]},\#
        {"role":"model","parts":[{"text":"And now a minute later."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "a response of another function than the one that was called",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":{"name":↓"get_day","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"},{"name":"get_day"}]}]}
        """#),
    ])

  /// Reports a response of a round.
  static func report(
    _ index: Int, _ round: CallRound, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    let response = context.example.functionResponses[index]
    let place = response.name.range ?? context.example.range(of: response)
    guard !round.calls.isEmpty else {
      return findings.report(ResponseWithoutCall.self, at: place.lowerBound, length: place.count) {
        (
          $0.keep("no call is before the function response" + quoted(response.name, context, before: " of ")),
          .literal("add the model turn with the call before the response"), .none
        )
      }
    }
    let call = context.example.functionCalls[
      min(round.calls.lowerBound + index - round.responses.lowerBound, round.calls.upperBound - 1)]
    findings.report(
      ResponseWithoutCall.self, at: place.lowerBound, length: place.count,
      relatedTo: call.name.range.map { LineFindings.Related(offset: $0.lowerBound, .call) }
    ) {
      (
        $0.keep(
          "the function response" + quoted(response.name, context, before: " of ")
            + " is in the place of that of" + quoted(call.name, context, before: " ")),
        $0.keep("write" + quoted(call.name, context, before: " ") + ", or whichever function was called"),
        .none
      )
    }
  }

  /// A name in quotes; nothing if it is not known.
  private static func quoted(
    _ name: TrainingExample.Place, _ context: borrowing ExampleContext, before: String
  ) -> String {
    name.string.map { before + "'" + FindingArgument.string($0).text(in: context.line) + "'" } ?? ""
  }
}

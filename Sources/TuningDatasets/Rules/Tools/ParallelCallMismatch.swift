import Diagnostics
import JSONLines

/// TK605: function calls and responses that differ in number or order.
enum ParallelCallMismatch: Rule {
  static let description = RuleDescription(
    "TK605", "parallel-call-mismatch", severity: .warning, since: "0.1.0",
    message: "the responses do not match the function calls before them: {0} ({1})",
    summary: "The calls of a turn have one response each, in the same order.",
    rationale: """
      Requests to a model are refused if the number of function responses differs from that of the calls before them. Nothing \
      but its place or its id says for which call a response is, so responses in another order belong to other calls. What \
      tuning makes of such an example is not documented. The first such case of a line is reported.
      """,
    remedy: "{2}",
    remedyInGeneral: "give each call one response, in the order of the calls",
    source: Source("google-gemini/gemini-cli issue 4217", asOf: "2026-11-22", confidence: .guess),
    serviceSays:
      "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
    examples: [
      .accepts(
        "another order, where ids say which call a response is for",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it, and where?"}]},{"role":"model","parts":[\#
        {"functionCall":{"id":"a","name":"get_time"}},{"functionCall":{"id":"b","name":"get_place"}}]},\#
        {"parts":[{"functionResponse":{"id":"b","name":"get_place","response":{"output":"Lima"}}},\#
        {"functionResponse":{"id":"a","name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve in Lima."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"},{"name":"get_place"}]}]}
        """#),
      .accepts(
        "two calls of one function",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it, and now?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"output":"12:30"}}},\#
        {"functionResponse":{"name":"get_time","response":{"output":"12:31"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve, and a minute later."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK407"]),
      .rejects(
        "one response for two calls, and two for one",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it, and where?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}},{"functionCall":{"name":"get_place"}}]},\#
        {"parts":[{"functionResponse":{"name":↓"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"},{"name":"get_place"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}}]},\#
        {"parts":[{"functionResponse":{"name":↓"get_time","response":{"output":"12:30"}}},\#
        {"functionResponse":{"name":"get_time","response":{"output":"12:31"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "responses in another order",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it, and where?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time"}},{"functionCall":{"name":"get_place"}}]},\#
        {"parts":[{"functionResponse":{"name":↓"get_place","response":{"output":"Lima"}}},\#
        {"functionResponse":{"name":"get_time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve in Lima."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"},{"name":"get_place"}]}]}
        """#),
    ])

  /// Reports that a round has not as many responses as calls.
  static func report(
    countOf round: CallRound, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    let lacks = round.responses.count < round.calls.count
    report(
      round.responses.lowerBound, round, context, &findings,
      "\(round.calls.count) \(round.calls.count == 1 ? "call" : "calls")",
      "\(round.responses.count) \(round.responses.count == 1 ? "response" : "responses")",
      lacks
        ? "add the missing responses, in the order of the calls"
        : "remove the responses that no call asked for, or add the calls")
  }

  /// Reports a response that is not in the place of its call.
  static func report(
    orderOf response: Int, in round: CallRound, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    let call = context.example.functionCalls[
      round.calls.lowerBound + response - round.responses.lowerBound]
    let names = [context.example.functionResponses[response].name, call.name].map { name in
      name.string.map { FindingArgument.string($0).text(in: context.line) } ?? ""
    }
    report(
      response, round, context, &findings, "the order differs",
      "'\(names[0])' is in the place of '\(names[1])'", "put the responses in the order of the calls")
  }

  private static func report(
    _ response: Int, _ round: CallRound, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings, _ what: @autoclosure () -> String, _ detail: @autoclosure () -> String,
    _ remedy: @autoclosure () -> String
  ) {
    let response = context.example.functionResponses[response]
    let call = context.example.functionCalls[round.calls.lowerBound]
    let place = response.name.range ?? context.example.range(of: response)
    findings.report(
      ParallelCallMismatch.self, at: place.lowerBound, length: place.count,
      relatedTo: call.name.range.map {
        LineFindings.Related(offset: $0.lowerBound, .firstCall)
      }
    ) { ($0.keep(what()), $0.keep(detail()), $0.keep(remedy())) }
  }
}

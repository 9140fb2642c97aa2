import Diagnostics
import JSONLines
import ModelCatalog

/// TK616: an id of a call that the model does not know, or that matches no call.
enum CallID: Rule {
  static let description = RuleDescription(
    "TK616", "call-id", severity: .warning, since: "0.1.0",
    message: "id '{0}' {1}, {2}",
    summary: "A function response has the id of its call; models before Gemini 3 have no ids.",
    rationale: """
      The newer message types of the API have an `id` in calls and responses, by which a response is matched with its call. \
      Samples for tuning have none, and models before Gemini 3 were served without. Whether tuning reads ids is not \
      documented. The first such id of a line is reported; the ids of a model are reported only if a model is given.
      """,
    remedy: "remove the ids, or give each response the id of its call",
    source: Source(
      "aiplatform v1beta1 discovery document, FunctionCall.id", asOf: "2026-11-22", confidence: .guess),
    examples: [
      .accepts(
        "ids that match, without a model", Self.sample("function-call-1", "function-call-\\u0031")),
      .accepts(
        "ids for Gemini 3", Self.sample("function-call-1", "function-call-1"),
        with: [.model("gemini-3.5-flash")]),
      .accepts(
        "no ids for Gemini 2.0", Self.sample(nil, nil), with: [.model("gemini-2.0-flash-001")]),
      .rejects(
        "a response with an id that no call has", Self.sample("function-call-1", "function-call-2", mark: 2)),
      .rejects(
        "ids for Gemini 2.0, reported once", Self.sample("function-call-1", "function-call-1", mark: 1),
        with: [.model("gemini-2.0-flash-001")]),
    ])

  /// An example with a call and its response.
  private static func sample(_ call: String?, _ response: String?, mark: Int = 0) -> String {
    let call = call.map { #""id":\#(mark == 1 ? "↓" : "")"\#($0)","# } ?? ""
    let response = response.map { #""id":\#(mark == 2 ? "↓" : "")"\#($0)","# } ?? ""
    return #"""
      {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
      {"role":"model","parts":[{"functionCall":{\#(call)"name":"get_time","args":{}}}]},\#
      {"parts":[{"functionResponse":{\#(response)"name":"get_time","response":{"output":"12:30"}}}]},\#
      {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
      "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
      """#
  }

  /// Checks that there are no ids if the model does not know any; finds one at most.
  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard context.lacksCallIDs, let model = context.requirements.model else { return }
    for index in 0..<context.example.functionCalls.count {
      let call = context.example.functionCalls[index]
      if let id = call.id.string { return report(id, of: model, &findings) }
    }
    for index in 0..<context.example.functionResponses.count {
      let response = context.example.functionResponses[index]
      if let id = response.id.string { return report(id, of: model, &findings) }
    }
  }

  private static func report(_ id: StringToken, of model: TunableModel, _ findings: inout LineFindings) {
    findings.report(CallID.self, at: id.start - 1, length: id.count + 2) {
      (
        .string(id), .literal("is of a call"),
        $0.keep("but \(model.displayName) is served without ids of calls")
      )
    }
  }

  /// Reports a response with an id that no call of its round has.
  static func report(
    unknownIDOf response: Int, _ round: CallRound, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard let id = context.example.functionResponses[response].id.string else { return }
    let call = context.example.functionCalls[round.calls.lowerBound]
    findings.report(
      CallID.self, at: id.start - 1, length: id.count + 2,
      relatedTo: call.id.range.map {
        LineFindings.Related(offset: $0.lowerBound, .idOfCall)
      },
      .string(id), .literal("is that of no call before the response"), .literal("so nothing matches it"))
  }
}

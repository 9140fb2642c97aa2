import Diagnostics
import JSONLines
import ModelCatalog

/// TK611: function calls for a model that was seen to refuse them.
enum FunctionCallingNotTunable: Rule {
  static let description = RuleDescription(
    "TK611", "function-calling-not-tunable", severity: .warning, since: "0.1.0",
    message: "the dataset has function calls, which tuning of {0} is reported to refuse",
    summary: "Function calls are in the dataset only where the model can be tuned on them.",
    rationale: """
      In November 2025, tuning of Gemini 2.5 refused a dataset with function calls that Gemini 2.0 Flash had accepted, and a \
      second report of May 2026 says the same. The page about tuning with function calls excludes no model. For Gemini 3, \
      nothing is known. The rule rests without a model; the first function call or response of a file is reported.
      """,
    remedy:
      "try a small job first; if it is refused, write the calls and responses as text, or choose another model",
    source: Source("googleapis/python-aiplatform issue 6127", asOf: "2025-11-14", confidence: .conflicting),
    serviceSays: """
      Dataset example 1 of 14 contains an unsupported modality [function call] in the "parts" field, which is not supported \
      by this model. The supported modalities are: [image, PDF document, audio, video].
      """,
    examples: [
      .accepts(
        "functions that are declared and not called",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, with: [.model("gemini-2.5-flash")]),
      .accepts(
        "a call, without a model", Self.call),
      .accepts(
        "a call, for a model about which nothing is known", Self.call, with: [.model("gemini-3.5-flash")]),
      .rejects(
        "calls for Gemini 2.5, reported once",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":↓{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}

        """# + Self.call, with: [.model("gemini-2.5-flash")]),
    ])

  /// An example with a call.
  private static let call =
    #"""
    {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
    {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],\#
    "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
    """#

  /// The finding at the first function call or response of an example; nil without one, or if the model does not refuse it.
  static func finding(in context: borrowing ExampleContext) -> LineFindings.Item? {
    guard let model = context.requirements.model, model.functionCalling.value == .refused else { return nil }
    let place =
      context.example.functionCalls.count > 0
      ? context.example.range(of: context.example.functionCalls[0])
      : context.example.functionResponses.count > 0
        ? context.example.range(of: context.example.functionResponses[0]) : nil
    return place.map { place in
      LineFindings.Item(
        FunctionCallingNotTunable.self, at: place.lowerBound, length: place.count, texts: [model.displayName])
    }
  }
}

import Diagnostics

/// TK510: a file or data in a turn of the model.
enum MediaInModelTurn: Rule {
  static let description = RuleDescription(
    "TK510", "media-in-model-turn", severity: .warning, since: "0.1.0",
    message: "a model turn contains {0}, but the model answers in text and function calls",
    summary: "Turns of the model contain text and function calls.",
    rationale: """
      Tuned Gemini models answer in text and function calls, and Google's notebook about tuning with images allows only \
      text in their turns. The model cannot learn to make a file. What the service does with such a part is not documented.
      """,
    remedy: "move the part to the user turn where it belongs, or remove it",
    source: Source(
      "GoogleCloudPlatform/generative-ai gemini/tuning/sft_gemini_on_image_captioning.ipynb",
      asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "a file in a user turn, and one that a function returned",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},{"text":"Find one like this."}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"find","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"find","response":{},\#
        "parts":[{"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/dog.jpg"}}]}}]},\#
        {"role":"model","parts":[{"text":"Here it is."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"find"}]}]}
        """#),
      .rejects(
        "a file and data as answers",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Show me a cat."}]},\#
        {"role":"model","parts":[{"text":"Here it is."},\#
        ↓{"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        ↓{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}}]}]}
        """#, alongside: ["TK511"]),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    for index in 0..<context.example.turns.count where context.example.turns[index].role == .model {
      let turn = context.example.turns[index]
      for part in turn.firstPart..<turn.endOfParts { check(context.example.parts[part], &findings) }
    }
  }

  @inline(__always)
  private static func check(_ part: TrainingExample.Part, _ findings: inout LineFindings) {
    let isFile = part.kind == .fileData
    guard isFile || part.kind == .inlineData else { return }
    findings.report(
      MediaInModelTurn.self, at: part.offset, isFile ? .literal("a file") : .literal("data of a file"))
  }
}

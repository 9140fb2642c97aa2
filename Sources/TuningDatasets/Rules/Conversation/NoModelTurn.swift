import Diagnostics

/// TK404: an example in which the model says nothing.
enum NoModelTurn: Rule {
  static let description = RuleDescription(
    "TK404", "no-model-turn", severity: .error, since: "0.1.0",
    message: "the training example has no answer from the model, so there is nothing to learn",
    summary: "At least one model turn has a text or a function call.",
    rationale: """
      Tuning trains the model towards the answers in the data. An example without an answer, or with only \
      an empty one, has nothing to train on.
      """,
    remedy: "write the model's answer in a turn with the role 'model', or remove the line",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a function call is an answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .rejects(
        "a question without an answer",
        #"""
        {"contents":↓[{"role":"user","parts":[{"text":"The capital of Peru?"}]}]}
        """#),
      .rejects(
        "an answer without a text",
        #"""
        {"contents":↓[{"role":"user","parts":[{"text":"The capital of Peru?"}]},\#
        {"role":"model","parts":[{"text":""}]}]}
        """#, alongside: ["TK408"]),
    ])

  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    guard let contents = context.example.contentsOffset else { return }
    // Where no turn has a role, the answer is there: its role is missing, and another rule says so.
    if context.example.lacksAllRoles { return }
    for index in 0..<context.example.turns.count {
      let turn = context.example.turns[index]
      if turn.role == .system { continue }
      // A turn whose speaker or content cannot be read may be the answer: its own fault is reported.
      if turn.speaker == nil || (turn.role == .model && context.example.holdsAnswer(turn)) { return }
    }
    findings.report(NoModelTurn.self, at: contents)
  }
}

extension TrainingExample {
  /// Whether a turn has something that can be learned, or something that could not be read.
  fileprivate borrowing func holdsAnswer(_ turn: Turn) -> Bool {
    for index in turn.firstPart..<turn.endOfParts {
      let part = parts[index]
      switch part.kind {
      case .text: if part.start < part.end { return true }
      case .functionCall, .undocumented, .spoilt: return true
      case .none, .inlineData, .fileData, .functionResponse: break
      }
    }
    return turn.hasSpoiltParts
  }
}

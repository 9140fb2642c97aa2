import Diagnostics

/// TK708: a validation example that the model is trained on.
enum ValidationOverlapsTraining: Rule {
  static let description = RuleDescription(
    "TK708", "validation-overlaps-training", severity: .warning, since: "0.1.0",
    message: """
      the {0} in the training dataset too, so validation does not show how the model performs on new examples
      """,
    summary: "No validation example, and no prompt of one, is in the training dataset.",
    rationale: """
      The validation loss shows whether the model learns or memorizes. On examples that it has seen in training, it \
      shows neither. Prompts are compared too: a model that knows the answer to a prompt is not tested by it. \
      They are compared as JSON values, as duplicates are. If all examples are in the training dataset, \
      there is one finding for all of them.
      """,
    remedy: "remove it from one of the two datasets",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "another prompt",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi there"}]},{"role":"model","parts":[{"text":"Hey"}]}]}
        """#, besideTraining: 20),
      .rejects(
        "the same example",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        ↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hey"}]}]}
        """#, besideTraining: 20),
      .rejects(
        "the same prompt with another answer",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, besideTraining: 20),
    ])

  static func check(_ file: ComparedFile, _ ledger: inout FindingLedger) {
    let overlaps = file.matches.overlaps
    let listed = overlaps.first
    if let first = listed.first, overlaps.count > 1, overlaps.count == file.examples.count {
      return ledger.add(
        file.finding(
          ValidationOverlapsTraining.self, first,
          overlaps.areSameExamples
            ? "\(overlaps.count) examples are all" : "prompts of all \(overlaps.count) examples are",
          earlier: "the first one in the training dataset"))
    }
    for match in listed {
      ledger.add(
        file.finding(
          ValidationOverlapsTraining.self, match,
          match.isSameExample ? "example is" : "example has a prompt that is",
          earlier: match.isSameExample ? "the training example" : "a training example with the prompt"))
    }
    ledger.count(description.code, description.severity, times: overlaps.count - listed.count, errors: 0)
  }
}

import Diagnostics

/// TK711: a kind of content in validation that training never has.
enum ValidationDiffersInKind: Rule {
  static let description = RuleDescription(
    "TK711", "validation-differs-in-kind", severity: .warning, since: "0.1.0",
    message: "the example has {0}, but no training example has any",
    summary: "Validation examples have the kinds of content that training examples have.",
    rationale: """
      A validation dataset shows how well the model learned what it was trained on. On images, audio, video, documents, \
      function calls or tools that training never has, it shows how the base model does.
      """,
    remedy: "add such examples to the training dataset, or remove them from the validation dataset",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "texts beside texts",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        """#, besideTraining: 20),
      .rejects(
        "images beside texts, at the first of them",
        #"""
        ↓{"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/dog.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A dog."}]}]}
        """#, besideTraining: 20),
    ])

  /// Reports each kind at the first example that has it.
  ///
  /// - Parameters:
  ///   - validation: what was observed of each validation file, by the indices of the files.
  ///   - training: what was observed of each training file.
  ///   - ledgers: those of all files.
  static func check(
    _ validation: ArraySlice<ExampleKinds>, beside training: ArraySlice<ExampleKinds>,
    _ ledgers: inout [FindingLedger]
  ) {
    for kind in ExampleKinds.Kind.allCases where training.allSatisfy({ $0[kind] == nil }) {
      guard let file = validation.firstIndex(where: { $0[kind] != nil }), let place = validation[file][kind]
      else { continue }
      ledgers[file].add(Finding(ValidationDiffersInKind.self, kind.name, at: place.location))
    }
  }
}

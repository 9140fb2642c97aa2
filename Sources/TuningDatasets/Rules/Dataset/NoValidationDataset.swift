import Diagnostics

/// TK705: a training dataset that is checked without a validation dataset.
enum NoValidationDataset: Rule {
  static let description = RuleDescription(
    "TK705", "no-validation-dataset", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "no validation dataset is given, so nothing shows how the model performs on new examples",
    summary: "A training dataset comes with a validation dataset.",
    rationale: """
      Google strongly recommends a validation dataset: its loss shows whether the model learns or \
      memorizes, and helps you choose a checkpoint. A training dataset is often checked alone, so this rule \
      is off by default.
      """,
    remedy: "add a validation dataset, for example by moving some examples out of the training dataset",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "training and validation",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, besideTraining: 100),
      .rejects(
        "training alone",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])

  static func check(hasValidationDataset: Bool, _ ledger: inout FindingLedger) {
    if !hasValidationDataset { ledger.add(NoValidationDataset.self) }
  }
}

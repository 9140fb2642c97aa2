import Diagnostics
import ModelCatalog

/// TK837: a base model that is not a Gemini model.
enum ModelNotCovered: Rule {
  static let description = RuleDescription(
    "TK837", "model-not-covered", severity: .info, also: .warning,
    when: "no page names the model as one that the service tunes", since: "0.1.0",
    message: "'{0}' is not a Gemini model, so nothing about this model is checked{1}",
    summary: "The base model is a Gemini model.",
    rationale: """
      The service tunes other models through the same API, such as `translation-llm-002` and open models. \
      Their limits, regions and adapter sizes differ from those of Gemini, and so may the form of their \
      datasets. What does not depend on the model is checked all the same.
      """,
    remedy: "compare the job with the model's own page{2}",
    source: Source("models/tuning/translation/use", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a Gemini model",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "a misspelled Gemini model, which has its own finding",
        """
        {"baseModel": "gmini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, alongside: ["TK802"]),
      .rejects(
        "the translation model",
        """
        {"baseModel": ↓"translation-llm-002", "location": "us-central1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an open model with its publisher, and fields for open models",
        """
        {"baseModel": ↓"meta/llama3_1@llama-3.1-8b-instruct", "outputUri": "gs://acme-data/out",
         "supervisedTuningSpec": {
           "trainingDatasetUri": "gs://acme-data/train.jsonl", "tuningMode": "TUNING_MODE_FULL",
           "hyperParameters": {"learningRate": 0.0001, "batchSize": 4, "adapterSize": "ADAPTER_SIZE_THIRTY_TWO"}}}
        """),
      .rejects(
        "a model that no page names",
        """
        {"baseModel": ↓"text-unicorn-3", "location": "us-central1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, as: .warning),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let written = context.job.baseModel, context.isModelNotCovered else { return }
    let isKnown = context.namedBaseModelKind == .other
    findings.report(
      Self.self, at: written.range, as: isKnown ? nil : .warning, Shown.name(written.value),
      isKnown ? "" : " (and no page is known that names it as tunable)",
      isKnown ? "" : ", or choose a Gemini model, such as \(context.catalog.tunableModels.first?.id ?? "")")
  }
}

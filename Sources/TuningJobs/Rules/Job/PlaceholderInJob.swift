import Diagnostics
import Documents
import JSONLines

/// TK838: a placeholder of a sample where a job needs a name.
enum PlaceholderInJob: Rule {
  static let description = RuleDescription(
    "TK838", "placeholder-in-job", severity: .warning, since: "0.1.0",
    message: "'{0}' in '{1}' is a placeholder, not {2}",
    summary: "A job has names of its own, not those of a sample.",
    rationale: """
      Samples and the file that `tunekit init` writes have names such as `my-project`, `my-bucket` or \
      `PROJECT_ID`, and programs leave words in brackets where they should have filled in a value. The \
      service refuses most of them, or the job reads the data of somebody else.
      """,
    remedy: "replace '{0}' with {2}",
    source: Source("models/tuning/supervised-tuning/use", asOf: "2026-08-22", confidence: .observed),
    examples: [
      .accepts(
        "names that only contain such words",
        """
        {"project": "my-project-1234", "location": "us-central1", "baseModel": "gemini-3.1-flash-lite",
         "tunedModelDisplayName": "My bucket of tricks", "labels": {"team": "project"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-my-bucket/PROJECT/TRAIN.jsonl"}}
        """),
      .rejects(
        "what 'tunekit init' writes",
        """
        {"project": "↓my-project", "location": "us-central1", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://↓my-bucket/train.jsonl"},
         "tunedModelDisplayName": ↓"My tuned model"}
        """),
      .rejects(
        "the variables of a sample request, which are not valid names either",
        """
        {"project": "↓PROJECT_ID", "location": "↓TUNING_JOB_REGION", "baseModel": "↓BASE_MODEL",
         "supervisedTuningSpec": {"trainingDatasetUri": "↓TRAINING_DATASET_URI"},
         "tunedModelDisplayName": "↓TUNED_MODEL_DISPLAYNAME"}
        """, alongside: ["TK801", "TK802", "TK805", "TK821"]),
      .rejects(
        "words in brackets that were not filled in",
        """
        {"project": "acme-tuner", "location": "us-central1", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/↓{run_id}/train.jsonl"},
         "tunedModelDisplayName": "Agent ↓<agent_id>"}
        """),
      .rejects(
        "a bucket of a sample",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://↓your-bucket/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    let (job, spec) = (context.job, context.job.supervisedTuningSpec?.value)
    if let project = context.project { check(project.value, at: project.range, "project", .name, &findings) }
    if let location = context.location {
      check(location.value, at: location.range, "location", .name, &findings)
    }
    func look(_ text: Placed<String>?, _ field: String, _ kind: Placeholder.Text) {
      if let text { Self.check(text.value, at: text.range, field, kind, &findings) }
    }
    look(job.baseModel, "baseModel", .name)
    look(job.preTunedModel?.value.tunedModelName, "tunedModelName", .name)
    look(job.preTunedModel?.value.checkpointId, "checkpointId", .name)
    look(spec?.trainingDatasetUri, "trainingDatasetUri", .uri)
    look(spec?.validationDatasetUri, "validationDatasetUri", .uri)
    look(outputFolder(of: spec?.evaluationConfig?.value), "outputUriPrefix", .uri)
    look(job.kmsKeyName, "kmsKeyName", .name)
    look(job.serviceAccount, "serviceAccount", .name)
    look(job.tunedModelDisplayName, "tunedModelDisplayName", .words)
    look(job.description, "description", .words)
    for label in job.labels { look(label.value, "labels", .words) }
  }

  /// The folder for the results of an evaluation.
  private static func outputFolder(of evaluation: DocumentValue?) -> Placed<String>? {
    var value = evaluation
    for name in ["outputConfig", "gcsDestination", "outputUriPrefix"] {
      value = value?.members.first { FieldDescription(name).isNamed($0.name, inEitherSpelling: true) }?.value
    }
    return value.flatMap { value in value.string.map { Placed($0, at: value.range) } }
  }

  private static func check(
    _ text: String, at range: Range<Int>?, _ field: String, _ kind: Placeholder.Text,
    _ findings: inout JobFindings
  ) {
    if JobTemplate.placeholders[field] == text {
      findings.report(Self.self, at: range, text, field, "a text of your own")
    } else if let found = Placeholder(in: text, kind) {
      let place = range.map { Placed(text, at: $0).range(of: found.range) }
      findings.report(Self.self, at: place, Shown.name(found.text), field, due(found.text, in: field))
    }
  }

  /// What must be written instead of a placeholder.
  private static func due(_ placeholder: String, in field: String) -> String {
    let word = placeholder.lowercased()
    if word.contains("bucket") { return "the name of your bucket" }
    if word.contains("project") { return "the id of your project" }
    return field == "location" || word.contains("region") ? "a region such as us-central1" : "a real value"
  }
}

import Diagnostics
import ModelCatalog

/// TK806: a job in another location than its tuned model or its key.
enum LocationMismatch: Rule {
  static let description = RuleDescription(
    "TK806", "location-mismatch", severity: .warning, also: .error,
    when: "the encryption key is in another location", since: "0.1.0",
    message: "{0} is in '{1}', but the job runs in '{2}'",
    summary: "A job runs in the location of its tuned model and of its encryption key.",
    rationale: """
      An encryption key must be in the region of what it encrypts. It is not documented that a job must run \
      in the location of its tuned model, but it follows from the location in the model's name.
      """,
    remedy: "{3}",
    remedyInGeneral: "run the job in the location of the tuned model, and use a key of that location",
    source: Source("reference/rest/v1/EncryptionSpec", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "all in one region, in a project by its id and by its number",
        """
        {"project": "acme-tuner", "location": "us-central1",
         "preTunedModel": {"tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": "projects/sftkeys/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """),
      .rejects(
        "a model of another region",
        """
        {"location": "europe-west4",
         "preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a key of another region",
        """
        {"location": "us-central1", "baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": ↓"projects/acme-tuner/locations/us-east1/keyRings/r/cryptoKeys/k"}}
        """, as: .error, with: [.today("2026-06-01")]),
      .rejects(
        "a key of another region, where the region of the job has a finding too",
        """
        {"location": "asia-northeast1", "baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": ↓"projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """, as: .error, alongside: ["TK805"], with: [.today("2026-06-01")]),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    // A location that is not a region has a finding already.
    guard let location = context.jobLocation, location.kind == .region else { return }
    // So has a region in which the model is not tuned; to run the job in another one settles both.
    if let model = context.tunedModelName, model.location != location,
      !LocationNotSupported.isDoubtful(context)
    {
      findings.report(
        Self.self, at: context.tunedModelRange, "the tuned model", model.location.description,
        location.description,
        context.catalog.locations.regions.value.contains(model.location.description)
          ? "run the job in '\(model.location)'"
          : "check the model's name, because no model is tuned in '\(model.location)'")
    }
    // A key that is not in a region has its own finding.
    if let key = context.encryptionKeyName, key.location.kind == .region, key.location != location {
      findings.report(
        Self.self, at: context.job.kmsKeyName?.range, as: .error, "the encryption key",
        key.location.description, location.description, remedy(key, location, context))
    }
  }

  /// Where the key or the job is to be instead.
  private static func remedy(
    _ key: EncryptionKeyName, _ location: LocationName, _ context: JobContext
  ) -> String {
    guard LocationNotSupported.isDoubtful(context) else { return "use a key in '\(location)'" }
    return LocationNotSupported.regions(of: context).contains(key.location.description)
      ? "run the job in '\(key.location)'" : "use a key in the region that you choose for the job"
  }
}

import Diagnostics

/// TK815: an encryption key that differs from that of the tuned model.
enum EncryptionKeyMismatch: Rule {
  static let description = RuleDescription(
    "TK815", "encryption-key-mismatch", severity: .error, since: "0.1.0",
    message: "the tuned model {0}, but this job {1}",
    summary: """
      Continuous tuning uses the encryption key of the model's own tuning job, or none if that had none.
      """,
    rationale: "The page about continuous tuning requires the same key in both jobs.",
    remedy: "{2}",
    remedyInGeneral:
      "set 'encryptionSpec.kmsKeyName' to the tuned model's key, or remove 'encryptionSpec' if the model has none",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "the same key, its project once by id and once by number",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": "projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """,
        with: [
          .modelDescription(model(key: "projects/123456789012/locations/us-central1/keyRings/r/cryptoKeys/k"))
        ]),
      .rejects(
        "another key",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": ↓"projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """,
        with: [
          .modelDescription(model(key: "projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/old"))
        ]),
      .rejects(
        "no key, although the model has one",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """,
        with: [
          .modelDescription(model(key: "projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"))
        ]),
      .rejects(
        "a key, although the model has none",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": ↓"projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """,
        with: [
          .modelDescription(
            """
            {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1"}
            """)
        ]),
    ])

  private static func model(key: String) -> String {
    """
    {"name": "projects/123456789012/locations/us-central1/models/1234567890", "versionId": "1",
     "encryptionSpec": {"kmsKeyName": "\(key)"}}
    """
  }

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let model = context.modelDescription, mismatches(context) else { return }
    let key = context.job.kmsKeyName
    let has = key == nil ? "has none" : "has the key '\(Shown.name(key?.value ?? ""))'"
    if case .named(let old) = model.encryptionKey {
      findings.report(
        Self.self, at: key?.range ?? context.tunedModelRange, "has the encryption key '\(Shown.name(old))'",
        has,
        "set 'encryptionSpec.kmsKeyName' to the tuned model's key")
    } else {
      findings.report(
        Self.self, at: key?.range, "has no encryption key", has, "remove 'encryptionSpec'")
    }
  }

  /// Whether the job's key certainly differs from that of the tuned model.
  static func mismatches(_ context: JobContext) -> Bool {
    let key = context.job.kmsKeyName
    switch context.modelDescription?.encryptionKey {
    case .notTold, nil: return false
    // A key without a valid name has its own finding.
    case .some(.none): return context.encryptionKeyName != nil
    case .named(let old):
      guard let key else { return !context.isGiven("encryptionSpec", "kmsKeyName") }
      guard let new = context.encryptionKeyName, old != key.value else { return false }
      guard let old = try? EncryptionKeyName(old) else { return true }
      return new.location != old.location || new.keyRing != old.keyRing || new.key != old.key
        || new.project.certainlyDiffers(from: old.project)
    }
  }
}

import Diagnostics
import ModelCatalog

/// TK817: an encryption key for a base model that does not support one.
enum EncryptionKeyNotSupported: Rule {
  static let description = RuleDescription(
    "TK817", "encryption-key-not-supported", severity: .warning, since: "0.1.0",
    message: "{0} cannot be tuned with a customer-managed encryption key, as far as is known{1}",
    summary: "A job has a customer-managed encryption key only if its base model supports that.",
    rationale: """
      The page about supervised tuning says that tuning of Gemini 3 does not support customer-managed \
      encryption keys; other pages disagree.
      """,
    remedy: "remove 'encryptionSpec', or choose a base model that supports encryption keys",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "a model that supports keys",
        """
        {"baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": "projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """, with: [.today("2026-06-01")]),
      .rejects(
        "a model that does not support keys",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": ↓"projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard context.encryptionKeyName != nil, let model = context.baseModel, model.isTunable.value,
      !model.supportsEncryptionKeys.value, !EncryptionKeyMismatch.mismatches(context)
    else { return }
    let conflict = model.supportsEncryptionKeys.conflict.map {
      $0.hasSuffix(".") ? String($0.dropLast()) : $0
    }
    findings.report(
      Self.self, at: context.job.kmsKeyName?.range, model.displayName,
      conflict.map { "; but sources disagree: \($0)" } ?? "")
  }
}

import Diagnostics
import ModelCatalog

/// TK816: a name that is not the name of a Cloud KMS key.
enum InvalidEncryptionKey: Rule {
  static let description = RuleDescription(
    "TK816", "invalid-encryption-key", severity: .error, since: "0.1.0",
    message: "field 'kmsKeyName' is not a valid key name (the {0} {1})",
    summary: "An encryption key is given by its full name, without a version, and is in a region.",
    rationale: """
      The service accepts `projects/{project}/locations/{location}/keyRings/{ring}/cryptoKeys/{key}`. The \
      key must be in the region of what it encrypts, so a key in `global` or a multi-region cannot be used. \
      Cloud KMS chooses the version of the key itself.
      """,
    remedy: "write the full name: projects/{project}/locations/{region}/keyRings/{ring}/cryptoKeys/{key}",
    source: Source("reference/rest/v1/EncryptionSpec", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a key",
        """
        {"baseModel": "gemini-2.5-flash", "location": "us-central1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {
           "kmsKeyName": "projects/acme-tuner/locations/us-central1/keyRings/sftring/cryptoKeys/sftkey"}}
        """, with: [.today("2026-06-01")]),
      .rejects(
        "a key's version",
        """
        {"baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}, "encryptionSpec": {
           "kmsKeyName": "projects/acme-tuner/locations/us-central1/keyRings/r/cryptoKeys/k↓/cryptoKeyVersions/1"
        }}
        """, with: [.today("2026-06-01")]),
      .rejects(
        "a key of all regions",
        """
        {"baseModel": "gemini-2.5-flash", "location": "us-central1",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"},
         "encryptionSpec": {"kmsKeyName": ↓"projects/acme-tuner/locations/global/keyRings/r/cryptoKeys/k"}}
        """, with: [.today("2026-06-01")]),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let name = context.job.kmsKeyName else { return }
    do throws(NameFault) {
      let key = try EncryptionKeyName(name.value)
      if key.location.kind != .region {
        findings.report(
          Self.self, at: name.range, "location",
          "is '\(key.location)', but only a key in the region of the job can be used")
      }
    } catch {
      findings.report(Self.self, at: name.range(of: error), error.piece, error.problem)
    }
  }
}

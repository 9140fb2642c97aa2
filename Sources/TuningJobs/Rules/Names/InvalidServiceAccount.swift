import Diagnostics
import ModelCatalog

/// TK827: an address that is not the address of a service account.
enum InvalidServiceAccount: Rule {
  static let description = RuleDescription(
    "TK827", "invalid-service-account", severity: .error, since: "0.1.0",
    message: "field 'serviceAccount' is not the address of a service account (the {0} {1})",
    summary: "A service account is given by its email address.",
    rationale: """
      A tuning job runs as a service account, never as a user, and accepts only its address: \
      `{account}@{project}.iam.gserviceaccount.com`. The account needs the role \
      `roles/aiplatform.tuningServiceAgent`, and whoever creates the job must be allowed to act as it.
      """,
    remedy: "write the account's address, such as tuning@my-project.iam.gserviceaccount.com",
    source: Source("iam/docs/service-accounts-create", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "a user-managed account",
        """
        {"baseModel": "gemini-3.1-flash-lite", "serviceAccount": "tuning@acme-tuner.iam.gserviceaccount.com",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "an account that the service created",
        """
        {"baseModel": "gemini-3.1-flash-lite",
         "serviceAccount": "123456789012-compute@developer.gserviceaccount.com",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "the address of a user",
        """
        {"baseModel": "gemini-3.1-flash-lite", "serviceAccount": "someone@↓example.com",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an account without its project",
        """
        {"baseModel": "gemini-3.1-flash-lite", "serviceAccount": "my-tuner↓",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let account = context.job.serviceAccount else { return }
    do throws(NameFault) {
      _ = try ServiceAccountEmail(account.value)
    } catch {
      findings.report(Self.self, at: account.range(of: error), error.piece, error.problem)
    }
  }
}

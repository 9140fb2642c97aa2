import Diagnostics
import ModelCatalog

/// TK801: a name that does not have the form of a project or tuned model name.
enum InvalidResourceName: Rule {
  static let description = RuleDescription(
    "TK801", "invalid-resource-name", severity: .error, since: "0.1.0",
    message: "'{0}' is not a valid name of {1} (the {2} {3})",
    summary: "The names of projects and tuned models have the form that the service uses.",
    rationale: """
      The service finds a tuned model by its full name, \
      `projects/{project}/locations/{location}/models/{model}[@{version}]`, and refuses any other form. The \
      SDK treats a name that does not begin with `projects/` as a base model. A project is named by its id \
      or its number.
      """,
    remedy: "write {4}",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a model's version, in a project named by its number",
        """
        {"project": "acme-tuner", "location": "us-central1", "preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a model without its project and location",
        """
        {"preTunedModel": {"tunedModelName": "↓1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a project's id with an upper-case letter",
        """
        {"project": "↓Acme-tuner", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a Cyrillic letter in a name, and a name without its model",
        """
        {"project": "↓my-projеct",
         "preTunedModel": {"tunedModelName": "projects/acme-tuner/locations/us-central1/models↓"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    if let project = context.project {
      do throws(NameFault) {
        _ = try ProjectReference(project.value)
      } catch {
        findings.report(
          Self.self, at: project.range(of: error), "project", "a project", error.piece, error.problem,
          "the project's id or number")
      }
    }
    guard let name = context.job.preTunedModel?.value.tunedModelName,
      EndpointIsNotAModel.what(name.value) == nil
    else { return }
    do throws(NameFault) {
      _ = try ModelName(name.value)
    } catch {
      guard error.piece != "version" else { return }
      findings.report(
        Self.self, at: name.range(of: error), "tunedModelName", "a tuned model", error.piece, error.problem,
        "the full name: projects/{project}/locations/{location}/models/{model}@{version}")
    }
  }
}

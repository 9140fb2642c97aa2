import Diagnostics

/// TK807: a version after the `@` of a model's name that is not valid.
enum InvalidVersion: Rule {
  static let description = RuleDescription(
    "TK807", "invalid-version", severity: .error, also: .warning,
    when: "an alias has upper-case letters, which one of two pages does not allow", since: "0.1.0",
    message: "version '{0}' does not have the documented form ({1})",
    summary: "A version is given by its number, from 1, or by an alias such as `default`.",
    rationale: """
      The service numbers the versions of a model from 1. An alias has 2 to 128 characters: it begins with \
      a lower-case letter, continues with letters, digits and hyphens, and ends with a lower-case letter or \
      a digit. One of two pages does not allow upper-case letters at all.
      """,
    remedy: """
      write the number of the version or one of its aliases, or remove '@' and the version to use the \
      default version
      """,
    source: Source("model-registry/model-alias", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "an alias",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@prod-2"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "version 0",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@↓0"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a checkpoint after the version",
        """
        {"preTunedModel": {
           "tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@↓1@2"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "an alias with an upper-case letter",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/us-central1/models/1234567890@myAlias"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, as: .warning),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let name = context.job.preTunedModel?.value.tunedModelName,
      EndpointIsNotAModel.what(name.value) == nil
    else { return }
    do throws(NameFault) {
      guard let version = try ModelName(name.value).version, version.hasUpperCase else { return }
      findings.report(
        Self.self, at: name.range, as: .warning,
        version.description, "one of two pages about aliases does not allow upper-case letters")
    } catch {
      guard error.piece == "version" else { return }
      let version = String(decoding: name.value.utf8.dropFirst(error.range.lowerBound), as: UTF8.self)
      findings.report(
        Self.self, at: name.range(of: error), Shown.name(version), "the version \(error.problem)")
    }
  }
}

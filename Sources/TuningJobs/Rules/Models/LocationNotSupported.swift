import Diagnostics
import ModelCatalog

/// TK805: a location in which the service does not tune the model.
enum LocationNotSupported: Rule {
  static let description = RuleDescription(
    "TK805", "location-not-supported", severity: .error, also: .warning,
    when: "no page lists the regions in which this model is tuned", since: "0.1.0",
    message: "location '{0}' is not supported for this job ({1})",
    summary: "A job runs in a region in which the service tunes its base model.",
    rationale: """
      The service tunes Gemini models only in regions: not in `global`, although some sample requests use \
      it, and not in a multi-region, which only serves tuned models. For Gemini 3 the documentation lists \
      the regions. For Gemini 2.5 it does not, and only the regions of other models are known.
      """,
    remedy: "choose {2}",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-08-22", confidence: .documented),
    serviceSays: "FAILED_PRECONDITION",
    examples: [
      .accepts(
        "a region of the model",
        """
        {"location": "europe-west4", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "a region that tunes other models, for one without a list",
        """
        {"location": "us-central1", "baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.today("2026-06-01")]),
      .accepts(
        "another location for a model that is not a Gemini model",
        """
        {"location": "global", "baseModel": "meta/llama3_1@llama-3.1-8b",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .accepts(
        "an option's region in place of the file's",
        """
        {"location": "global", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, with: [.location("us-central1")]),
      .rejects(
        "global",
        """
        {"location": ↓"global", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a multi-region",
        """
        {"location": ↓"eu", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a zone",
        """
        {"location": ↓"us-central1-a", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "a region that is not on the model's list",
        """
        {"location": ↓"asia-northeast1", "baseModel": "gemini-3.1-flash-lite",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
      .rejects(
        "another region, for a model without a list",
        """
        {"location": ↓"asia-northeast1", "baseModel": "gemini-2.5-flash",
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """, as: .warning, with: [.today("2026-06-01")]),
      .rejects(
        "a tuned model's location, where the job gives none",
        """
        {"preTunedModel": {
           "tunedModelName": ↓"projects/123456789012/locations/global/models/1234567890@1"},
         "supervisedTuningSpec": {"trainingDatasetUri": "gs://acme-data/train.jsonl"}}
        """),
    ])

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let verdict = verdict(on: context) else { return }
    let range = context.location == nil ? context.tunedModelRange : context.location?.range
    findings.report(
      Self.self, at: range, as: verdict.severity, verdict.written, verdict.problem,
      (context.location == nil ? "a tuned model in " : "") + Shown.list(regions(of: context), "or")
        + keyRemedy(context))
  }

  /// What becomes of a key that is in the job's region.
  private static func keyRemedy(_ context: JobContext) -> String {
    guard let key = context.encryptionKeyName, key.location == context.jobLocation else { return "" }
    return ", and an encryption key in the same region"
  }

  /// Whether the location of the job has a finding.
  static func isDoubtful(_ context: JobContext) -> Bool { verdict(on: context) != nil }

  /// The regions in which the model is tuned; if they are not known, those of all models.
  static func regions(of context: JobContext) -> [String] {
    if let listed = context.baseModel?.regions.value { return listed }
    return Set(context.catalog.tunableModels.flatMap { $0.regions.value ?? [] }).sorted()
  }

  /// What is wrong with a location.
  private struct Verdict {
    let severity: Severity
    let written: String
    let problem: String
  }

  private static func verdict(on context: JobContext) -> Verdict? {
    guard let written = context.location?.value ?? context.tunedModelName?.location.description else {
      return nil
    }
    let locations = context.catalog.locations
    func error(_ problem: String) -> Verdict {
      Verdict(severity: .error, written: Shown.name(written), problem: problem)
    }
    guard let location = context.jobLocation else {
      return error("it is not the name of a region" + nearest(written, locations))
    }
    switch location.kind {
    case .global:
      return locations.tunesGlobally.value || context.isModelNotCovered
        ? nil : error("Gemini models are tuned in regions only")
    case .multiRegion where context.isModelNotCovered: return nil
    case .multiRegion: return error("a multi-region serves tuned models, but does not tune them")
    case .region where !locations.regions.value.contains(written):
      return error("it is not the name of a region" + nearest(written, locations))
    case .region: break
    }
    guard let model = context.baseModel, !regions(of: context).contains(written) else { return nil }
    guard model.regions.value != nil else {
      return Verdict(
        severity: .warning, written: written,
        problem: "no page lists the regions of \(model.displayName), and no other model is tuned there")
    }
    return model.regions.isCertain
      ? error("\(model.displayName) is not tuned there")
      : Verdict(
        severity: .warning, written: written, problem: "\(model.displayName) is probably not tuned there")
  }

  private static func nearest(_ written: String, _ locations: CatalogLocations) -> String {
    guard written.utf8.count <= 63 else { return "" }
    return NearestName.of(written, among: locations.regions.value).map { "; did you mean '\($0)'?" } ?? ""
  }
}

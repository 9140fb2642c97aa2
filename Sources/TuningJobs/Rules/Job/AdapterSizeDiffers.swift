import Diagnostics
import ModelCatalog

/// TK830: an adapter size that differs from that of the tuned model's job.
enum AdapterSizeDiffers: Rule {
  static let description = RuleDescription(
    "TK830", "adapter-size-differs", severity: .warning, since: "0.1.0",
    message: "adapter size {0} differs from that of the tuned model's job, which is {1}",
    summary: "Continuous tuning uses the adapter size of the tuned model.",
    rationale: """
      Continuous tuning trains the existing adapter, which has the size that its first job set. It is not \
      documented whether a later job can use another size.
      """,
    remedy: "write {1}, or remove 'adapterSize'",
    source: Source("models/tuning/continuous-tuning", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts("the same size", job(#""ADAPTER_SIZE_FOUR""#), with: [.modelDescription(tuningJob)]),
      .rejects("another size", job(#"↓"ADAPTER_SIZE_EIGHT""#), with: [.modelDescription(tuningJob)]),
    ])

  private static func job(_ adapterSize: String) -> String {
    """
    {"preTunedModel": {"tunedModelName": "projects/123456789012/locations/us-central1/models/1234567890@1"},
     "supervisedTuningSpec": {
       "trainingDatasetUri": "gs://acme-data/train.jsonl", "hyperParameters": {"adapterSize": \(adapterSize)}}}
    """
  }

  private static let tuningJob = """
    {"name": "projects/123456789012/locations/us-central1/tuningJobs/1", "baseModel": "gemini-3.1-flash-lite",
     "supervisedTuningSpec": {"hyperParameters": {"adapterSize": "ADAPTER_SIZE_FOUR"}},
     "tunedModel": {"model": "projects/123456789012/locations/us-central1/models/1234567890@1"}}
    """

  static func check(_ context: JobContext, _ findings: inout JobFindings) {
    guard let old = context.modelDescription?.adapterSize,
      let written = context.job.supervisedTuningSpec?.value.hyperParameters?.value.adapterSize,
      let new = written.value.size, new != old,
      // One finding about an adapter size is enough.
      !findings.items.contains(where: { $0.code == AdapterSizeNotSupported.description.code })
    else { return }
    findings.report(Self.self, at: written.range, new.apiName, old.apiName)
  }
}

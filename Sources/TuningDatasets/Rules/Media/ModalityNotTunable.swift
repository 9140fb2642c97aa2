import Diagnostics
import ModelCatalog

/// TK516: media that the model cannot be tuned on.
enum ModalityNotTunable: Rule {
  static let description = RuleDescription(
    "TK516", "modality-not-tunable", severity: .error,
    also: .warning, when: "the model's list is a guess",
    since: "0.1.0",
    message: "the example contains {0}, but the model cannot be tuned on such files",
    summary: "An example contains only media that the model can be tuned on.",
    rationale: """
      The pages about tuning list what each model can be tuned on. The rule needs the model, and rests without it; it \
      reports each kind once for an example.
      """,
    remedy: "remove the example, or choose a model that can be tuned on it",
    source: Source("models/tuning/supervised-tuning", asOf: "2026-09-25", confidence: .documented),
    examples: [
      .accepts(
        "a video for a model that can be tuned on videos",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.model("gemini-2.5-flash")]),
      .accepts(
        "a video without a model",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a video for Gemini 2.0",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":↓{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.model("gemini-2.0-flash-001")]),
      .rejects(
        "audio where that is only believed",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":↓{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/cat.mp3"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, with: [.model("gemini-3.5-flash-lite"), .textOnly]),
    ])

  static func check(
    _ media: TrainingExample.Media, _ type: MIMEType, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard !context.media.canBeTuned(on: type.kind), let range = media.object.range else { return }
    let isSure = context.requirements.modalities.map(\.confidence.isSure) ?? false
    findings.report(
      ModalityNotTunable.self, at: range.lowerBound, length: range.count, as: isSure ? nil : .warning,
      .literal(type.kind.name))
  }
}

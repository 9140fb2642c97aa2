import Diagnostics

/// TK517: a part with a resolution of its own, for a model before Gemini 3.
enum PartMediaResolutionNotSupported: Rule {
  static let description = RuleDescription(
    "TK517", "part-media-resolution-not-supported", severity: .warning, since: "0.1.0",
    message: "the part sets its own media resolution, but the model has one for the whole example",
    summary: "Parts set their own media resolution only for models from Gemini 3 on.",
    rationale: """
      From Gemini 3 on, `mediaResolution` of a part overrides that of the example. Earlier models have only \
      `generationConfig.mediaResolution`, and what they do with a part's is not documented. The rule needs the model, \
      and rests without it.
      """,
    remedy: "set 'mediaResolution' in 'generationConfig', and remove it from the part",
    source: Source("models/tuning/image", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a part's resolution for Gemini 3",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"},"mediaResolution":{"level":"MEDIA_RESOLUTION_HIGH"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.model("gemini-3.5-flash")]),
      .accepts(
        "a resolution of the example for Gemini 2.5",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}],\#
        "generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"}}
        """#, with: [.model("gemini-2.5-flash")]),
      .rejects(
        "a part's resolution for Gemini 2.5",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"},"mediaResolution":↓{"level":"MEDIA_RESOLUTION_HIGH"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.model("gemini-2.5-flash")]),
    ])

  static func check(
    _ media: TrainingExample.Media, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard context.media.lacksPartMediaResolution, let range = media.mediaResolution.range else { return }
    findings.report(PartMediaResolutionNotSupported.self, at: range.lowerBound, length: range.count)
  }
}

import Diagnostics

/// TK515: examples with media of different resolutions.
enum MixedMediaResolution: Rule {
  static let description = RuleDescription(
    "TK515", "mixed-media-resolution", severity: .warning, since: "0.1.0",
    message: "the media resolution is {0}, but it is {1} in {2}",
    summary: "All examples with media have the same media resolution.",
    rationale: """
      The page about tuning with videos says that all examples of training and validation must have the same \
      `mediaResolution` in `generationConfig`. Without it, the resolution is high. From Gemini 3 on, a part can have a \
      resolution of its own, which does not count here. Examples without media do not count either.
      """,
    remedy: "write the same 'mediaResolution' in every example with media",
    source: Source("models/tuning/video", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "none and the highest are the same, a part can have its own, and text has none",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"},\#
        "mediaResolution":{"level":"MEDIA_RESOLUTION_LOW"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/dog.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A dog."}]}],\#
        "generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_HIGH"}}
        {"contents":[{"role":"user","parts":[{"text":"What is a cat?"}]},\#
        {"role":"model","parts":[{"text":"A pet."}]}],\#
        "generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"}}
        """#),
      .rejects(
        "two resolutions, one of them by its number",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}],\#
        "generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"}}
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/dog.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A dog."}]}],\#
        "generation_config":{"media_resolution":↓2}}
        """#),
      .rejects(
        "one that is given and one that is not",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}],\#
        "generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"}}
        ↓{"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/dog.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A dog."}]}]}
        """#),
    ])
}

import Diagnostics

/// TK313: a field of a request that says nothing to tuning.
enum IgnoredField: Rule {
  static let description = RuleDescription(
    "TK313", "ignored-field", severity: .warning, since: "0.1.0",
    message: "field '{0}' has no known effect on tuning, so what it says is probably lost",
    summary: "An example holds no settings that only a request for an answer can use.",
    rationale: """
      The schema of an example is that of a request, so it has fields for filters, caches, the model and sampling. \
      In tuning no answer is sampled, and no page gives these fields a meaning there; of `generationConfig` only \
      `mediaResolution` is documented. No published type has a `weight`: every example counts alike.
      """,
    remedy: """
      remove '{0}'; settings of the job belong in the tuning job, settings of an answer in the later request
      """,
    source: Source("reference/rest/Shared.Types/GeminiExample", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "labels, a tool's settings and the resolution of media",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}],\#
        "toolConfig":{"functionCallingConfig":{"mode":"AUTO"}},\#
        "generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"},"labels":{"source":"album"}}
        """#),
      .rejects(
        "filters, which act on answers",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        ↓"safetySettings":[{"category":"HARM_CATEGORY_HATE_SPEECH","threshold":"BLOCK_NONE"}],\#
        ↓"modelArmorConfig":{}}
        """#),
      .rejects(
        "a model and a cache",
        #"""
        {↓"model":"projects/my-project/locations/us-central1/publishers/google/models/gemini-2.5-flash",\#
        ↓"cachedContent":"projects/my-project/locations/us-central1/cachedContents/1234567890",\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "how to sample an answer",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "generationConfig":{↓"temperature":0.2,"mediaResolution":"MEDIA_RESOLUTION_LOW"}}
        """#),
      .rejects(
        "a weight",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        ↓"weight":0.5}
        """#),
    ])
}

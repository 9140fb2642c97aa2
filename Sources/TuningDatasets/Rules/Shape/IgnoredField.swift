import Diagnostics

/// TK313: a field of a request that has no effect on tuning.
enum IgnoredField: Rule {
  static let description = RuleDescription(
    "TK313", "ignored-field", severity: .warning, since: "0.1.0",
    message: "field '{0}' has no known effect on tuning, so its value is probably lost",
    summary: "A training example has no settings that apply only to a request for an answer.",
    rationale: """
      The schema of a training example is that of a request, so it has fields for filters, caches, the \
      model and sampling. Tuning samples no answers, and no page describes an effect of these fields on \
      tuning; of `generationConfig`, only `mediaResolution` is documented. No published type has a \
      `weight`: all examples count equally. Settings of the job belong in the tuning job, and settings of \
      an answer in the request to the tuned model.
      """,
    remedy: "remove '{0}'",
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

import Diagnostics

/// TK314: a value that its field cannot have.
enum InvalidEnumValue: Rule {
  static let description = RuleDescription(
    "TK314", "invalid-enum-value", severity: .error, since: "0.1.0",
    message: "'{1}' is not a valid value of '{0}', so Google's JSON parsers refuse the line",
    summary: "A field with a fixed set of values has one of them, spelled exactly.",
    rationale: """
      Google's JSON parsers accept the full names of these values, in capitals, and refuse all other names: \
      short forms, lower case, and names that belong to a field of the same name elsewhere.
      """,
    remedy: "write '{2}' if that is the value you mean, or remove the field",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "the highest resolution, for a single part",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"},\#
        "mediaResolution":{"level":"MEDIA_RESOLUTION_ULTRA_HIGH"}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .accepts(
        "every type of a schema, by its name, its number, and with an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","properties":{\#
        "a":{"type":"STRING"},"b":{"type":"NUMBER"},"c":{"type":"INTEGER"},"d":{"type":"BOOLEAN"},\#
        "e":{"type":"ARRAY","items":{"type":"NULL"}},"f":{"type":"TYPE_UNSPECIFIED"},"g":{"type":6},"h":{"type":"6"},\#
        "i":{"type":"\u0053TRING"},"type":{"type":"STRING","enum":["dict"]}}}}]}]}
        """#),
      .rejects(
        "types that a schema does not have",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":↓"dict","properties":{\#
        "a":{"type":↓"STRINGS"},"b":{"type":↓""},"c":{"type":"ARRAY","items":{"type":↓"List[str]"}}}},\#
        "response":{"type":↓"TABLE"}}]}]}
        """#),
      .rejects(
        "a short form",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}],\#
        "generationConfig":{"mediaResolution":↓"LOW"}}
        """#),
      .rejects(
        "the highest resolution, for the whole example",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}],\#
        "generationConfig":{"mediaResolution":↓"MEDIA_RESOLUTION_ULTRA_HIGH"}}
        """#),
      .rejects(
        "a level that does not exist",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"},\#
        "mediaResolution":{"level":↓"MEDIA_RESOLUTION_HIGHEST"}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a mode in lower case",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}],\#
        "toolConfig":{"functionCallingConfig":{"mode":↓"auto"}}}
        """#),
    ])
}

import Diagnostics

/// TK308: a part without data.
enum PartWithoutData: Rule {
  static let description = RuleDescription(
    "TK308", "part-without-data", severity: .error, since: "0.1.0",
    message: "the part has no data, such as a text or a file, but Google's schema requires it",
    summary: "Every part has a text, a file, a function call or a function response.",
    rationale: """
      A part carries one piece of data, and Google's schema requires it. Fields such as `videoMetadata` and \
      `mediaResolution` only say how to read that data. A data field that is null is read as missing, so \
      `{"text": null}` is an empty part.
      """,
    remedy: "add 'text', 'fileData', 'functionCall' or 'functionResponse' to the part, or remove the part",
    source: Source(
      "aiplatform v1beta1 discovery document, Part", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "data, and how to read it",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/clips/dog.mp4"},\#
        "videoMetadata":{"startOffset":"5s","endOffset":"25s"}},{"text":"Which animal is this?"}]},\#
        {"role":"model","parts":[{"text":"A dog."}]}]}
        """#),
      .rejects(
        "an empty part",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"},↓{}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a text that is null",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"},↓{"text":null}]}]}
        """#),
      .rejects(
        "how to read a video, without the video",
        #"""
        {"contents":[{"role":"user","parts":[↓{"videoMetadata":{"startOffset":"5s","endOffset":"25s"}},\#
        {"text":"Which animal is this?"}]},{"role":"model","parts":[{"text":"A dog."}]}]}
        """#),
    ])
}

import Diagnostics

/// TK502: `fileData` without a file, or `inlineData` without data.
enum MissingFileURI: Rule {
  static let description = RuleDescription(
    "TK502", "missing-file-uri", severity: .error, since: "0.1.0",
    message: "{0} has no '{1}', so there is nothing to learn from",
    summary: "A part with `fileData` has the URI of the file, and one with `inlineData` has the data.",
    rationale: """
      The API's reference requires both. Google's JSON parsers accept a part without them, and the model would learn to \
      speak of something that it never saw. Data of no character are the same as none.
      """,
    remedy: "add '{1}', {2}, or remove the part",
    source: Source(
      "aiplatform v1beta1 discovery document, FileData.fileUri and Blob.data", asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "a file, and data in the line",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg","displayName":"cat"}},\#
        {"inline_data":{"mime_type":"image/png","data":"iVBORw0KGgo="}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "nothing at all",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓{}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK501"]),
      .rejects(
        "a type alone, in either spelling",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓{"mimeType":"image/jpeg"}},\#
        {"inline_data":↓{"mime_type":"image/jpeg"}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a URI and data that are null",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓{"mimeType":"image/jpeg","fileUri":null}},\#
        {"inlineData":↓{"mimeType":"image/jpeg","data":null}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "data that are an empty string",
        #"""
        {"contents":[{"role":"user","parts":[{"inlineData":↓{"mimeType":"image/png","data":""}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a URI under another name",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓{"mimeType":"image/jpeg","uri":"gs://my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK304"]),
    ])

  /// What to add, in a remedy.
  static func sample(of kind: TrainingExample.Media.Kind) -> StaticString {
    kind == .file ? "such as \"gs://my-bucket/cat.jpg\"" : "the bytes of the file as base64"
  }
}

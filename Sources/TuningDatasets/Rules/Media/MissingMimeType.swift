import Diagnostics

/// TK501: a file or inline data without a MIME type.
enum MissingMimeType: Rule {
  static let description = RuleDescription(
    "TK501", "missing-mime-type", severity: .error, since: "0.1.0",
    message: "{0} has no '{1}', which the API requires",
    summary: "A file, and data in the line, have a MIME type.",
    rationale: """
      The API's reference requires the type of every file and of inline data, and no page describes how the service would \
      find it out. An empty string is the same as no type.
      """,
    remedy: "add the type, such as \"{1}\": \"image/jpeg\"",
    source: Source(
      "aiplatform v1beta1 discovery document, FileData.mimeType and Blob.mimeType", asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "a type in either spelling",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"file_data":{"mime_type":"image/png","file_uri":"gs://my-bucket/photos/dog.png"}},\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}},{"text":"Which animals are these?"}]},\#
        {"role":"model","parts":[{"text":"A cat and a dog."}]}]}
        """#, alongside: ["TK511"]),
      .accepts(
        "a type that is no string, which is a fault of its own",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":1,"fileUri":"gs://my-bucket/photos/cat.jpg"}},{"text":"What is this?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK303"]),
      .rejects(
        "a file and data without a type",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":↓{"fileUri":"gs://my-bucket/photos/cat.jpg"}},{"inline_data":↓{"data":"iVBORw0KGgo="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "a type that is null or empty",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":↓{"mimeType":null,"fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"fileData":↓{"mimeType":"","fileUri":"gs://my-bucket/photos/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a file that a function returned, without a type",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Show me the cat"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"find","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"find","response":{"output":"cat.jpg"},\#
        "parts":[{"fileData":↓{"fileUri":"gs://my-bucket/photos/cat.jpg"}}]}}]},\#
        {"role":"model","parts":[{"text":"Here it is."}]}],"tools":[{"functionDeclarations":[{"name":"find"}]}]}
        """#),
    ])
}

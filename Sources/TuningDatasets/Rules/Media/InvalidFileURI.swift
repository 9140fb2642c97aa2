import Diagnostics
import JSONLines

/// TK503: the URI of a file that the service cannot read.
enum InvalidFileURI: Rule {
  static let description = RuleDescription(
    "TK503", "invalid-file-uri", severity: .error,
    also: .warning, when: "the URI is well formed but probably leads to no file",
    since: "0.1.0",
    message: "file URI '{0}' {1}, so the service may not find the file",
    summary: "The URI of a file leads to an object in Cloud Storage, or to a file on the public web.",
    rationale: """
      The service reads files itself, from `gs://bucket/object` or from a public `https` or `http` address. It cannot read \
      a path on your own disk. A bucket without an object, a bucket that cannot exist, a placeholder, a page on which \
      a video or document is shown, and a signed URL, which expires, probably lead to no file when the job runs. Spaces \
      and parentheses in the name of an object are fine.
      """,
    remedy: "{2}",
    remedyInGeneral:
      "copy the file to Cloud Storage and write 'gs://bucket/object', or write its public address",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "an object and a public address, with spaces and parentheses",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/my photos/cat (1).jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"https://example.com/cat.jpg?size=1024"}},\#
        {"text":"Which is larger?"}]},{"role":"model","parts":[{"text":"The first."}]}]}
        """#),
      .accepts(
        "slashes written as escapes, and a bucket with dots",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs:\/\/media.example.com\/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .accepts(
        "a URI that is not a string, which is a fault of its own",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/jpeg","fileUri":17}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK303"]),
      .accepts(
        "data in the line, which have no URI",
        #"""
        {"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"Nothing yet."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "paths on the user's own disk",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"/home/ann/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"photos/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"C:\\photos\\cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"file:///home/ann/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "another store, and too few slashes",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"s3://my-bucket/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs:/my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "nothing after the scheme, and an empty string",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"https:///cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓""}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a path in snake_case, in the system instruction",
        #"""
        {"system_instruction":{"parts":[\#
        {"file_data":{"mime_type":"image/jpeg","file_uri":↓"cat.jpg"}}]},\#
        "contents":[{"role":"user","parts":[{"text":"Who are you?"}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK410"]),
      .rejects(
        "a path in a function's response",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Show me a cat."}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_photo","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_photo","response":{},\#
        "parts":[{"fileData":{"mimeType":"image/jpeg","fileUri":↓"cat.jpg"}}]}}]},\#
        {"role":"model","parts":[{"text":"Here it is."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_photo"}]}]}
        """#),
      .rejects(
        "a bucket without an object, as the documentation prints it",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://image.jpeg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://my-bucket/"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning),
      .rejects(
        "placeholders, raw and escaped",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://YOUR_BUCKET/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://your-bucket-name/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://my-bucket/\u003cname\u003e.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"https://<host>/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning),
      .rejects(
        "names that no bucket has",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://My-Bucket/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://my bucket/cat.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":↓"gs://192.168.5.4/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning),
      .rejects(
        "pages on which a video or a document is shown",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":↓"https://www.youtube.com/watch?v=dQw4w9WgXcQ"}},\#
        {"fileData":{"mimeType":"video/mp4","fileUri":↓"https://youtu.be/dQw4w9WgXcQ"}},\#
        {"fileData":{"mimeType":"application/pdf","fileUri":↓"https://drive.google.com/file/d/1a2b3c/view"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, alongside: ["TK508"]),
      .rejects(
        "signed URLs",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"image/jpeg","fileUri":\#
        ↓"https://storage.googleapis.com/my-bucket/cat.jpg?X-Goog-Expires=900&X-Goog-Signature=4f3a"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":\#
        ↓"https://my-bucket.s3.amazonaws.com/cat.jpg?X-Amz-Expires=900&x-amz-signature=4f3a"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning),
    ])

  static func check(
    _ media: TrainingExample.Media, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let uri = media.content.string else { return }
    // What the reader noted of the strings of the part.
    let parts = context.example.parts.count
    let mayHaveLessThan =
      media.part >= parts || context.example.parts[media.part].traits.contains(.mayHaveLessThan)
    guard let fault = FileURI(uri, in: context.line, mayHaveLessThan: mayHaveLessThan).fault else { return }
    findings.report(
      InvalidFileURI.self, at: uri.start - 1, length: uri.count + 2, as: fault.severity, .string(uri),
      .literal(fault.description), .literal(fault.remedy))
  }
}

import Diagnostics

/// TK511: data in the line, in place of a file.
enum InlineData: Rule {
  static let description = RuleDescription(
    "TK511", "inline-data", severity: .warning, since: "0.1.0",
    message: "the example has its media in the line, which is not documented for tuning",
    summary: "Media are files, given by their URIs.",
    rationale: """
      The message type of an example has `inlineData`, but every documented example has `fileData`, and one of Google's \
      notebooks about tuning says that images must be files in Cloud Storage. Data in the line also make the dataset \
      large: a file of at most 1 GB contains few images. It is reported once for each example.
      """,
    remedy: "copy the file to Cloud Storage, and write 'fileData' with its 'fileUri'",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "a file",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "data, twice in a line",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":↓{"mimeType":"image/png","data":"iVBORw0KGgo="}},\#
        {"inline_data":{"mime_type":"image/png","data":"iVBORw0KGgo="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])

  static func check(
    _ media: TrainingExample.Media, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let range = media.object.range else { return }
    findings.report(InlineData.self, at: range.lowerBound, length: range.count)
  }
}

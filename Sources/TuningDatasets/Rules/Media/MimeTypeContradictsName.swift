import Diagnostics
import JSONLines

/// TK505: a MIME type that is not that of the file's name.
enum MimeTypeContradictsName: Rule {
  static let description = RuleDescription(
    "TK505", "mime-type-contradicts-name", severity: .warning, since: "0.1.0",
    message: "MIME type '{0}' contradicts the name of the file '{1}', so one of the two is wrong",
    summary: "The MIME type of a file is that of its name.",
    rationale: """
      The service reads a file as the type says. If the name ends like that of another format, the type or the name is \
      usually wrong. Case does not count, and neither does what comes after `?` or `#`. A name without an ending, or with \
      one that is not known, says nothing.
      """,
    remedy: "write the type of the file, or correct its name",
    source: Source(
      "aiplatform v1beta1 discovery document, FileData.mimeType", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "endings in any case, before a query, unknown or absent",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.JPG"}},\#
        {"fileData":{"mimeType":"Image/PNG","fileUri":"https://example.com/cat.png?as=thumb.jpg#a.gif"}},\#
        {"fileData":{"mimeType":"image/png","fileUri":"gs://my-bucket.jpg/v1.2/cat"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/cat.2024"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .accepts(
        "several types of one format",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"}},\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/cat.mp3"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "names of other formats",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":↓"image/jpeg","fileUri":"gs://my-bucket/cat.png"}},\#
        {"fileData":{"mimeType":↓"image/png","fileUri":"https://example.com/cat.jpeg?size=2"}},\#
        {"file_data":{"mime_type":↓"application/pdf","file_uri":"gs://my-bucket/cat.docx"}},\#
        {"fileData":{"fileUri":"gs:\/\/my-bucket\/cat.mp4","mimeType":↓"audio/mpeg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])

  static func check(
    _ media: TrainingExample.Media, _ type: MIMEType, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard !type.formats.isEmpty, let uri = media.content.string, let string = media.mimeType.string else {
      return
    }
    if FileURI.endsLike(type.formats, uri, in: context.line, context.mediaNames) { return }
    let formats = FileURI.formats(ofFile: uri, in: context.line, context.mediaNames)
    guard !formats.isEmpty, formats.isDisjoint(with: type.formats) else { return }
    findings.report(
      MimeTypeContradictsName.self, at: string.start - 1, length: string.count + 2, .string(string),
      .string(uri))
  }
}

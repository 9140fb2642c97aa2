import Diagnostics
import JSONLines

/// TK513: data that begin like those of another type.
enum InlineDataContradictsMimeType: Rule {
  static let description = RuleDescription(
    "TK513", "inline-data-contradicts-mime-type", severity: .warning, since: "0.1.0",
    message: "the data begin like {0}, but the MIME type is '{1}'",
    summary: "The data of `inlineData` are of the type that is given.",
    rationale: """
      The first bytes tell the formats of images, PDF, audio and video apart. Data of another type cannot be read as what \
      they are, or are something else, such as an error page that was saved as an image.
      """,
    remedy: "write the type of the data, or encode the right file",
    source: Source(
      "aiplatform v1beta1 discovery document, Blob.mimeType", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "what the type says, in any case and with escapes",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}},\#
        {"inlineData":{"mimeType":"IMAGE/JPEG","data":"_9j_4AAQSkZJRgABAQ=="}},\#
        {"inlineData":{"mimeType":"application/pdf","data":"JVBERi0xLjcKJeLjz9MK"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .accepts(
        "data that are too short, or of a type without a beginning of its own",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":"AAA="}},\#
        {"inlineData":{"mimeType":"audio/mpeg","data":"AAAAAAAAAAAAAAAA"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "images of other types",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/png","data":↓"/9j/4AAQSkZJRgABAQ=="}},\#
        {"inlineData":{"mimeType":"image/jpeg","data":↓"UklGRiQAAABXRUJQVlA4IA=="}},\#
        {"inlineData":{"mimeType":"image/png","data":↓"AAAAGGZ0eXBoZWljAAAAAA=="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
      .rejects(
        "a page in place of an image, and what is nothing that is known",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"inlineData":{"mimeType":"image/jpeg","data":↓"PCFET0NUWVBFIGh0bWw+"}},\#
        {"inlineData":{"mimeType":"image/png","data":↓"aGVsbG8="}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511"]),
    ])

  static func check(
    _ media: TrainingExample.Media, _ type: MIMEType, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard !type.formats.isEmpty, let data = media.content.string, let string = media.mimeType.string else {
      return
    }
    let signature = MediaSignature(ofBase64: data, in: context.line)
    let name: StaticString
    if let found = signature.found {
      guard found.formats.isDisjoint(with: type.formats) else { return }
      name = found.name
    } else {
      if signature.mayBegin(type.formats) { return }
      name = "nothing of that type"
    }
    findings.report(
      InlineDataContradictsMimeType.self, at: data.start - 1, length: data.count + 2, .literal(name),
      .string(string))
  }
}

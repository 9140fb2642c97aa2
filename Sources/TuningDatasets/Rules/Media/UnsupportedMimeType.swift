import Diagnostics
import JSONLines

/// TK504: a MIME type that no list of the service has.
enum UnsupportedMimeType: Rule {
  static let description = RuleDescription(
    "TK504", "unsupported-mime-type", severity: .error,
    also: .info, when: "the model reads the type in requests, or another page of Google's has it",
    since: "0.1.0",
    message: "MIME type '{0}' is not on the pages about tuning, and {1}",
    summary: "The MIME type is one that the service is documented to read.",
    rationale: """
      The pages about tuning use JPEG, PNG, PDF, MP3 and MP4; the page of each model lists the types that it reads in \
      requests. A type that no list has is refused there, among them `image/jpg`, which is another name for \
      `image/jpeg`. Whether tuning reads all types of the model is not documented. Case and parameters of a type do \
      not count.
      """,
    remedy: "{2}",
    remedyInGeneral: "write the type that the service has for the file, or convert the file",
    source: Source("models/gemini/3-5-flash", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "types of the pages about tuning, in any case and with a parameter",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"IMAGE/jpeg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"fileData":{"mimeType":"image\/png","fileUri":"gs://my-bucket/cat.png"}},\#
        {"fileData":{"mimeType":"application/pdf; version=1.7","fileUri":"gs://my-bucket/cat.pdf"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .accepts(
        "types that are missing or not strings, which are faults of their own",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"fileData":{"mimeType":5,"fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK501", "TK303"]),
      .rejects(
        "other names for listed types",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":↓"image/jpg","fileUri":"gs://my-bucket/cat.jpg"}},\#
        {"fileData":{"mimeType":↓"audio/x-wav","fileUri":"gs://my-bucket/cat.wav"}},\#
        {"fileData":{"mimeType":↓"pdf","fileUri":"gs://my-bucket/cat.pdf"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "types that no list has",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":↓"image/gif","fileUri":"gs://my-bucket/cat.gif"}},\#
        {"file_data":{"mime_type":↓"application/octet-stream","file_uri":"gs://my-bucket/cat"}},\#
        {"fileData":{"mimeType":↓"text/html","fileUri":"https://example.com/cat.html"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "types that the model reads in requests, and one of another page",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":↓"image/webp","fileUri":"gs://my-bucket/cat.webp"}},\#
        {"fileData":{"mimeType":↓"audio/flac","fileUri":"gs://my-bucket/cat.flac"}},\#
        {"fileData":{"mimeType":↓"video/mov","fileUri":"gs://my-bucket/cat.mov"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .info),
    ])

  static func check(
    _ media: TrainingExample.Media, _ type: MIMEType, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard type.standing != .tuning, let string = media.mimeType.string, string.count > 0 else { return }
    let isListed = type.standing == .serving || type.standing == .elsewhere
    findings.report(
      UnsupportedMimeType.self, at: string.start - 1, length: string.count + 2, as: isListed ? .info : nil
    ) { (.string(string), .literal(reason(type.standing)), $0.keep(remedy(for: type))) }
  }

  private static func reason(_ standing: MIMEType.Standing) -> StaticString {
    switch standing {
    case .tuning, .serving: "only the list of types for requests has it"
    case .elsewhere: "only other pages of Google's have it"
    case .slip: "it is another name for a type that is listed"
    case .unlisted: "no list of the service has it"
    }
  }

  private static func remedy(for type: MIMEType) -> String {
    switch type.standing {
    case .slip: return "write '\(type.instead)'"
    case .tuning, .serving, .elsewhere:
      return "convert the file to JPEG, PNG, PDF, MP3 or MP4 if the job refuses it"
    case .unlisted: break
    }
    return switch type.kind {
    case .image: "convert the image to JPEG or PNG, and write 'image/jpeg' or 'image/png'"
    case .audio: "convert the audio to MP3, and write 'audio/mpeg'"
    case .video: "convert the video to MP4, and write 'video/mp4'"
    case .text: "put the text into a part of its own, as 'text'"
    case .document, .other:
      "write the type of the file, such as 'image/jpeg' or 'application/pdf', or convert the file"
    }
  }
}

import Diagnostics
import ModelCatalog

/// TK506: more images in an example than the service takes.
enum TooManyImages: Rule {
  static let description = RuleDescription(
    "TK506", "too-many-images", severity: .error,
    also: .warning, when: "the limit of the model is a guess",
    since: "0.1.0",
    message: "the example has {0} images, but at most {1} are allowed",
    summary: "An example has at most 30 images.",
    rationale: """
      The page about tuning with images allows 30 images in an example. The service drops examples with more, which it \
      reports only after the job has run.
      """,
    remedy: "remove images, or divide the example into several with at most {1} each",
    source: Source("models/tuning/image", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "as many images as are allowed",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/a.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/b.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "an image too many, in another turn and another spelling",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/a.jpg"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/b.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]},\#
        {"role":"user","parts":[{"file_data":↓{"file_uri":"gs://my-bucket/c","mime_type":"IMAGE/JPEG"}},\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/d.jpg"}},\#
        {"text":"And this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "an image too many, where the limit is a guess",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/a.jpg"}},\#
        {"fileData":↓{"mimeType":"image/jpeg","fileUri":"gs://my-bucket/b.jpg"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, with: [.model("gemini-3.5-flash-lite"), .maximumMediaFiles(1)]),
    ])

  static func check(
    _ counts: MediaCounts, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard counts[.image] > context.media.mostImages else { return }
    counts.report(
      TooManyImages.self, .image, over: context.requirements.media.images.maxFiles, context, &findings)
  }
}

import Diagnostics
import ModelCatalog

/// TK508: more videos in an example than the service takes.
enum TooManyVideos: Rule {
  static let description = RuleDescription(
    "TK508", "too-many-videos", severity: .warning, since: "0.1.0",
    message: "the example has {0} videos, but at most {1} are allowed",
    summary: "An example has at most one video.",
    rationale: """
      The page about tuning with videos allows one video in an example, but a sample for Gemini 3 on the same page has \
      two.
      """,
    remedy: "remove videos, or divide the example into several with at most {1} each",
    source: Source("models/tuning/video", asOf: "2026-08-22", confidence: .conflicting),
    examples: [
      .accepts(
        "as many videos as are allowed",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/a.mp4"}},\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/b.mp4"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "a video too many, in another turn and another spelling",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/a.mp4"}},\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/b.mp4"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]},\#
        {"role":"user","parts":[{"file_data":↓{"file_uri":"gs://my-bucket/c","mime_type":"VIDEO/MP4"}},\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/d.mp4"}},\#
        {"text":"And this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
    ])

  static func check(
    _ counts: MediaCounts, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard counts[.video] > context.media.mostVideos else { return }
    counts.report(
      TooManyVideos.self, .video, over: context.requirements.media.videos.maxFiles, context, &findings)
  }
}

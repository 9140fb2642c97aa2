import Diagnostics
import ModelCatalog

/// TK507: more audio files in an example than the service takes.
enum TooManyAudioFiles: Rule {
  static let description = RuleDescription(
    "TK507", "too-many-audio-files", severity: .error,
    also: .warning, when: "the limit of the model is a guess",
    since: "0.1.0",
    message: "the example has {0} audio files, but at most {1} are allowed",
    summary: "An example has at most one audio file.",
    rationale: """
      The page about tuning with audio allows one file in an example. Its table has the heading Gemini 2.5; for later \
      models no limit is documented, so there it is a guess.
      """,
    remedy: "remove audio files, or divide the example into several with at most {1} each",
    source: Source("models/tuning/audio", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "as many audio files as are allowed",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/a.mp3"}},\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/b.mp3"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "an audio file too many, in another turn and another spelling",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/a.mp3"}},\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/b.mp3"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]},\#
        {"role":"user","parts":[{"file_data":↓{"file_uri":"gs://my-bucket/c","mime_type":"AUDIO/MPEG"}},\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/d.mp3"}},\#
        {"text":"And this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "an audio file too many, where the limit is a guess",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/a.mp3"}},\#
        {"fileData":↓{"mimeType":"audio/mpeg","fileUri":"gs://my-bucket/b.mp3"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, with: [.model("gemini-3.5-flash-lite"), .maximumMediaFiles(1)]),
    ])

  static func check(
    _ counts: MediaCounts, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard counts[.audio] > context.media.mostAudioFiles else { return }
    counts.report(
      TooManyAudioFiles.self, .audio, over: context.requirements.media.audio.maxFiles, context, &findings)
  }
}

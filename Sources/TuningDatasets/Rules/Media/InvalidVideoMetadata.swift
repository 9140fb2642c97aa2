import Diagnostics

/// TK514: a clip or a frame rate that a video cannot have.
enum InvalidVideoMetadata: Rule {
  static let description = RuleDescription(
    "TK514", "invalid-video-metadata", severity: .error,
    also: .warning, when: "an offset is negative, or the part is not a video", since: "0.1.0",
    message: "{0}, so the clip is not what was meant",
    summary: "The clip of a video ends after it begins, and its frame rate is over 0 and at most 24.",
    rationale: """
      `startOffset` and `endOffset` are times in seconds, such as "5s" or "1.5s"; between them is what the model sees. If \
      the end is not after the start, that is nothing. The API's reference gives the range of `fps`, and says that \
      `videoMetadata` is for videos. What the service does with it at another file, and with a negative offset, is not \
      documented. An offset of another form is TK303.
      """,
    remedy: "{1}",
    remedyInGeneral: "write offsets such as \"5s\" and \"12.5s\", the later one as the end, and a valid rate",
    source: Source(
      "aiplatform v1beta1 discovery document, VideoMetadata", asOf: "2026-11-22", confidence: .documented),
    examples: [
      .accepts(
        "clips with both offsets, with one, and with a rate",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},\#
        "videoMetadata":{"startOffset":"5s","endOffset":"5.5s","fps":24}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[{"video_metadata":{"end_offset":"0.5s","fps":"0.1"},\#
        "file_data":{"mime_type":"video/mp4","file_uri":"gs://my-bucket/cat.mp4"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .accepts(
        "offsets of another form, which are faults of their own",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},\#
        "videoMetadata":{"startOffset":"9","endOffset":5}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK303", "TK303"]),
      .rejects(
        "an end before the start, and at the start",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},\#
        "videoMetadata":{"startOffset":"25s","endOffset":↓"5s"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},\#
        "videoMetadata":{"endOffset":↓"5.0s","startOffset":"5s"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},"videoMetadata":{"endOffset":↓"0s"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "frame rates that are out of range",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},"videoMetadata":{"fps":↓0}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},"videoMetadata":{"fps":↓30}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
      .rejects(
        "a negative offset, and an image",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/cat.mp4"},\#
        "videoMetadata":{"startOffset":↓"-5s","endOffset":"5s"}},\#
        {"fileData":{"mimeType":"image/png","fileUri":"gs://my-bucket/cat.png"},"videoMetadata":↓{"fps":1}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning),
    ])

  static func check(
    _ media: TrainingExample.Media, _ type: MIMEType?, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard let type, type.kind != .video, type.kind != .other, let range = media.videoMetadata.range else {
      return
    }
    findings.report(
      InvalidVideoMetadata.self, at: range.lowerBound, length: range.count, as: .warning
    ) {
      (
        $0.keep("the part has 'videoMetadata', but is \(type.kind.name)"),
        .literal("remove 'videoMetadata', or write the type of a video"), .none
      )
    }
  }

  /// What is wrong with a clip, as the beginning of a sentence, and what to write instead.
  static func texts(of fault: VideoClip.Fault) -> (StaticString, StaticString) {
    switch fault {
    case .endNotAfterStart:
      (
        "the clip does not end after its start",
        "write an 'endOffset' that is after 'startOffset', or remove one of them"
      )
    case .negativeOffset: ("the offset is negative", "write an offset of at least \"0s\", or remove it")
    case .rateOutOfRange:
      ("the frame rate is not over 0 and at most 24", "write a rate over 0 and at most 24, or remove it")
    }
  }
}

import JSONLines

/// Runs the rules about images, audio, video and documents, for an example that has some.
enum MediaRules {
  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    var counts = MediaCounts()
    var hasInlineData = false
    for index in 0..<context.example.media.count {
      let media = context.example.media[index]
      var type: MIMEType?
      if let string = media.mimeType.string { type = context.mediaNames.type(string, in: context.line) }
      if media.kind == .file {
        InvalidFileURI.check(media, context, &findings)
        if let type { MimeTypeContradictsName.check(media, type, context, &findings) }
      } else if let data = media.content.string, data.count > 0 {
        if !hasInlineData { InlineData.check(media, context, &findings) }
        hasInlineData = true
        check(data, of: media, type, context, &findings)
      }
      if let type {
        if type.standing != .tuning { UnsupportedMimeType.check(media, type, context, &findings) }
        if counts.add(type.kind) { ModalityNotTunable.check(media, type, context, &findings) }
      }
      if !media.videoMetadata.isAbsent { InvalidVideoMetadata.check(media, type, context, &findings) }
      if !media.mediaResolution.isAbsent { PartMediaResolutionNotSupported.check(media, context, &findings) }
    }
    if context.example.media.count > context.media.fewestLimit {
      TooManyImages.check(counts, context, &findings)
      TooManyAudioFiles.check(counts, context, &findings)
      TooManyVideos.check(counts, context, &findings)
      TooManyDocuments.check(counts, context, &findings)
    }
    if context.example.hasMediaOfModel { MediaInModelTurn.check(context, &findings) }
  }

  /// Judges the base64 of `inlineData`, then what it contains.
  private static func check(
    _ data: StringToken, of media: TrainingExample.Media, _ type: MIMEType?,
    _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    var count = data.count
    if !media.isPlainBase64 {
      let text = Base64Text(data, in: context.line)
      InvalidBase64.check(text, context, &findings)
      // What is not base64 is not looked into; line breaks do not change what it is.
      guard text.fault == nil || text.fault?.kind == .whiteSpace else { return }
      count = text.count
    }
    guard let type else { return }
    InlineDataContradictsMimeType.check(media, type, context, &findings)
    InlineDataTooLarge.check(data, bytes: count / 4 * 3, type, context, &findings)
  }
}

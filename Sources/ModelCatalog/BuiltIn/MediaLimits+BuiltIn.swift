extension MediaLimits {
  /// The limits on the pages about tuning with media, for Gemini 2.5.
  static let gemini25 = MediaLimits(
    images: .today, audio: .gemini25, videos: .today, documents: .today)

  /// The same for Gemini 3 and later, of which the page about audio does not speak.
  static let gemini3 = MediaLimits(
    images: .today,
    audio: AudioLimits.gemini25.asGuess(
      "The page has one table, which is headed Gemini 2.5."),
    videos: .today, documents: .today)

  /// The limits of Gemini 2.0.
  static let gemini20 = MediaLimits(
    images: ImageLimits(
      maxFiles: .documented(30, .imageTuningIn2025),
      maxMegabytesPerFile: .documented(20, .imageTuningIn2025)),
    audio: AudioLimits(
      maxFiles: .documented(1, .audioTuningIn2025), maxSeconds: .documented(3600, .audioTuningIn2025),
      maxMegabytesPerFile: .documented(100, .audioTuningIn2025)),
    videos: VideoLimits.today.asGuess("The page came after Gemini 2.0 and speaks of Gemini 2.5 and 3."),
    documents: DocumentLimits(
      maxFiles: .documented(4, .documentTuningIn2025), maxPages: .documented(300, .documentTuningIn2025),
      maxMegabytesPerFile: .documented(20, .documentTuningIn2025)))

  /// The limits of models before Gemini 2.0, of which no copy was found.
  static let gemini15: MediaLimits = {
    let note = "No copy of the page from the model's time was found: these are later limits."
    return MediaLimits(
      images: gemini20.images.asGuess(note), audio: gemini20.audio.asGuess(note),
      videos: gemini20.videos.asGuess(note), documents: gemini20.documents.asGuess(note))
  }()

  /// The limits as guesses about a model that the pages do not name.
  func asGuess(_ note: String) -> MediaLimits {
    MediaLimits(
      images: images.asGuess(note), audio: audio.asGuess(note), videos: videos.asGuess(note),
      documents: documents.asGuess(note))
  }
}

extension ImageLimits {
  fileprivate static let today = ImageLimits(
    maxFiles: .documented(30, .imageTuning), maxMegabytesPerFile: .documented(20, .imageTuning))

  fileprivate func asGuess(_ note: String) -> ImageLimits {
    ImageLimits(maxFiles: maxFiles.asGuess(note), maxMegabytesPerFile: maxMegabytesPerFile.asGuess(note))
  }
}

extension AudioLimits {
  fileprivate static let gemini25 = AudioLimits(
    maxFiles: .documented(1, .audioTuning), maxSeconds: .documented(3600, .audioTuning),
    maxMegabytesPerFile: .documented(100, .audioTuning))

  fileprivate func asGuess(_ note: String) -> AudioLimits {
    AudioLimits(
      maxFiles: maxFiles.asGuess(note), maxSeconds: maxSeconds.asGuess(note),
      maxMegabytesPerFile: maxMegabytesPerFile.asGuess(note))
  }
}

extension VideoLimits {
  fileprivate static let today = VideoLimits(
    maxFiles: .conflicting(
      1, .videoTuning, "A sample for Gemini 3 on the same page has two videos in one example."),
    maxMegabytesPerFile: .documented(100, .videoTuning),
    maxSecondsAtHighOrMedium: .documented(300, .videoTuning),
    maxSecondsAtLow: .documented(1200, .videoTuning))

  fileprivate func asGuess(_ note: String) -> VideoLimits {
    VideoLimits(
      maxFiles: maxFiles.asGuess(note), maxMegabytesPerFile: maxMegabytesPerFile.asGuess(note),
      maxSecondsAtHighOrMedium: maxSecondsAtHighOrMedium.asGuess(note),
      maxSecondsAtLow: maxSecondsAtLow.asGuess(note))
  }
}

extension DocumentLimits {
  fileprivate static let today = DocumentLimits(
    maxFiles: .documented(4, .documentTuning), maxPages: .documented(300, .documentTuning),
    maxMegabytesPerFile: .documented(20, .documentTuning))

  fileprivate func asGuess(_ note: String) -> DocumentLimits {
    DocumentLimits(
      maxFiles: maxFiles.asGuess(note), maxPages: maxPages.asGuess(note),
      maxMegabytesPerFile: maxMegabytesPerFile.asGuess(note))
  }
}

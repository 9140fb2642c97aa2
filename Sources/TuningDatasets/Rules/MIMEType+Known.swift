extension MIMEType {
  /// A type by its name, which is in lower case.
  struct Known: Sendable {
    let name: StaticString
    let type: MIMEType

    /// A type that may be in the catalogue's lists.
    fileprivate init(
      _ name: StaticString, _ kind: Kind, _ formats: MediaFormats, _ standing: Standing = .unlisted
    ) {
      self.name = name
      type = MIMEType(standing: standing, kind: kind, formats: formats, instead: "")
    }

    /// Another name for a type that is listed.
    fileprivate init(_ name: StaticString, for instead: StaticString, _ kind: Kind, _ formats: MediaFormats) {
      self.name = name
      type = MIMEType(standing: .slip, kind: kind, formats: formats, instead: instead)
    }
  }

  /// The types that files have in practice. Which of them the service takes is in the catalogue.
  ///
  /// Those listed elsewhere are on ai.google.dev/gemini-api/docs/audio and in the older reference of the Gemini API in
  /// Vertex AI, as others quote it (QuantumNous/new-api pull request 1139, 2025-06-02).
  static let known: [Known] = images + sounds + videos + documents

  private static let images: [Known] = [
    Known("image/jpeg", .image, .jpeg), Known("image/png", .image, .png), Known("image/webp", .image, .webP),
    Known("image/heic", .image, .heif), Known("image/heif", .image, .heif), Known("image/gif", .image, .gif),
    Known("image/bmp", .image, .bmp), Known("image/tiff", .image, .tiff), Known("image/avif", .image, .avif),
    Known("image/svg+xml", .image, [.svg, .text]),
    Known("image/jpg", for: "image/jpeg", .image, .jpeg),
    Known("image/pjpeg", for: "image/jpeg", .image, .jpeg),
    Known("image/jpe", for: "image/jpeg", .image, .jpeg),
    Known("image/x-png", for: "image/png", .image, .png),
    Known("jpg", for: "image/jpeg", .image, .jpeg), Known("jpeg", for: "image/jpeg", .image, .jpeg),
    Known("png", for: "image/png", .image, .png), Known("webp", for: "image/webp", .image, .webP),
    Known("heic", for: "image/heic", .image, .heif),
  ]

  private static let sounds: [Known] = [
    Known("audio/mpeg", .audio, .mp3), Known("audio/mp3", .audio, .mp3), Known("audio/mpga", .audio, .mp3),
    Known("audio/wav", .audio, [.wav, .pcm]), Known("audio/pcm", .audio, [.pcm, .wav]),
    Known("audio/flac", .audio, .flac), Known("audio/ogg", .audio, .ogg),
    Known("audio/m4a", .audio, [.mp4Audio, .mp4]), Known("audio/mp4", .audio, [.mp4Audio, .mp4]),
    Known("audio/webm", .audio, [.webM, .matroska]), Known("audio/x-aac", .audio, [.aac, .mp4Audio]),
    Known("audio/aac", .audio, [.aac, .mp4Audio], .elsewhere), Known("audio/aiff", .audio, .aiff, .elsewhere),
    Known("audio/x-aiff", .audio, .aiff), Known("audio/opus", .audio, .ogg), Known("audio/amr", .audio, []),
    Known("audio/midi", .audio, []), Known("audio/basic", .audio, []),
    Known("audio/3gpp", .audio, [.threeGP, .mp4Audio]),
    Known("audio/x-wav", for: "audio/wav", .audio, .wav), Known("audio/wave", for: "audio/wav", .audio, .wav),
    Known("audio/vnd.wave", for: "audio/wav", .audio, .wav),
    Known("audio/x-flac", for: "audio/flac", .audio, .flac),
    Known("audio/x-pn-wav", for: "audio/wav", .audio, .wav),
    Known("audio/x-mp3", for: "audio/mp3", .audio, .mp3),
    Known("audio/mpeg3", for: "audio/mpeg", .audio, .mp3),
    Known("audio/x-mpeg", for: "audio/mpeg", .audio, .mp3),
    Known("audio/x-m4a", for: "audio/m4a", .audio, [.mp4Audio, .mp4]),
    Known("audio/mp4a-latm", for: "audio/mp4", .audio, [.mp4Audio, .mp4]),
    Known("audio/aacp", for: "audio/x-aac", .audio, .aac),
    Known("audio/x-ogg", for: "audio/ogg", .audio, .ogg),
    Known("application/ogg", for: "audio/ogg", .audio, .ogg), Known("mp3", for: "audio/mp3", .audio, .mp3),
    Known("wav", for: "audio/wav", .audio, .wav), Known("flac", for: "audio/flac", .audio, .flac),
    Known("m4a", for: "audio/m4a", .audio, [.mp4Audio, .mp4]), Known("ogg", for: "audio/ogg", .audio, .ogg),
  ]

  private static let videos: [Known] = [
    Known("video/mp4", .video, [.mp4, .threeGP]), Known("video/quicktime", .video, .quickTime),
    Known("video/mpeg", .video, .mpeg), Known("video/mpegs", .video, .mpeg),
    Known("video/mpg", .video, .mpeg),
    Known("video/webm", .video, [.webM, .matroska]), Known("video/wmv", .video, .asf),
    Known("video/x-flv", .video, .flash), Known("video/3gpp", .video, [.threeGP, .mp4]),
    Known("video/mov", .video, .quickTime, .elsewhere), Known("video/avi", .video, .avi, .elsewhere),
    Known("video/flv", .video, .flash, .elsewhere), Known("video/mpegps", .video, .mpeg, .elsewhere),
    Known("video/x-matroska", .video, .matroska), Known("video/mkv", .video, .matroska),
    Known("video/x-msvideo", .video, .avi), Known("video/ogg", .video, .ogg),
    Known("video/mp2t", .video, .mpeg),
    Known("video/x-ms-wmv", for: "video/wmv", .video, .asf),
    Known("video/x-ms-asf", for: "video/wmv", .video, .asf),
    Known("video/3gp", for: "video/3gpp", .video, [.threeGP, .mp4]),
    Known("video/x-m4v", for: "video/mp4", .video, .mp4), Known("video/m4v", for: "video/mp4", .video, .mp4),
    Known("video/x-mp4", for: "video/mp4", .video, .mp4),
    Known("application/mp4", for: "video/mp4", .video, .mp4),
    Known("mp4", for: "video/mp4", .video, .mp4), Known("mov", for: "video/quicktime", .video, .quickTime),
    Known("webm", for: "video/webm", .video, .webM),
  ]

  private static let documents: [Known] = [
    Known("application/pdf", .document, .pdf), Known("text/plain", .text, .text),
    Known("text/html", .text, .text),
    Known("text/markdown", .text, .text), Known("text/csv", .text, .text), Known("text/xml", .text, .text),
    Known("application/json", .text, .text), Known("application/xml", .text, .text),
    Known("application/zip", .other, .zip), Known("application/msword", .other, []),
    Known("application/octet-stream", .other, []), Known("binary/octet-stream", .other, []),
    Known("application/x-pdf", for: "application/pdf", .document, .pdf),
    Known("pdf", for: "application/pdf", .document, .pdf), Known("text", for: "text/plain", .text, .text),
    Known("txt", for: "text/plain", .text, .text),
  ]
}

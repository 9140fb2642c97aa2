/// What is known of a MIME type.
struct MIMEType: Sendable {
  /// What kind of content a type is for.
  enum Kind: UInt8, Sendable {
    case image, audio, video, document, text, other
  }

  /// Which of the service's lists have a type.
  enum Standing: UInt8, Sendable {
    /// The pages about tuning use it.
    case tuning
    /// The model reads it in requests.
    case serving
    /// Another page of Google's has it.
    case elsewhere
    /// It is another name for a type that is listed.
    case slip
    /// No list has it.
    case unlisted
  }

  let standing: Standing
  let kind: Kind
  /// The formats that it can stand for; empty where that is not known.
  let formats: MediaFormats
  /// What to write in its place; empty where nothing is known.
  let instead: StaticString

  /// A type that is in no table.
  static func unknown(_ kind: Kind) -> MIMEType {
    MIMEType(standing: .unlisted, kind: kind, formats: [], instead: "")
  }

  /// The same type in another list.
  func with(_ standing: Standing) -> MIMEType {
    MIMEType(standing: standing, kind: kind, formats: formats, instead: instead)
  }
}

extension MIMEType.Kind {
  /// The kind that the first half of a type names.
  init(ofTypeBeginning name: some StringProtocol) {
    self =
      switch name.prefix(6) {
      case "image/": .image
      case "audio/": .audio
      case "video/": .video
      default: name.hasPrefix("text/") ? .text : .other
      }
  }

  /// What a file of this kind is called in a sentence.
  var name: StaticString {
    switch self {
    case .image: "an image"
    case .audio: "audio"
    case .video: "a video"
    case .document: "a document"
    case .text: "a text file"
    case .other: "a file"
    }
  }
}

import JSONLines

/// How many images, pieces of audio, videos and documents there are.
public struct MediaStatistics: Sendable, Codable, Equatable {
  /// A kind of media, by its MIME type.
  public enum Kind: Int, Sendable, CaseIterable {
    case image, audio, video
    /// A document or a text.
    case document
    /// Another type, or none.
    case other

    /// The word for it in output for programs.
    public var name: String {
      switch self {
      case .image: "image"
      case .audio: "audio"
      case .video: "video"
      case .document: "document"
      case .other: "other"
      }
    }
  }

  /// What there is of one kind.
  public struct Count: Sendable, Codable, Equatable {
    /// The examples that have some.
    public fileprivate(set) var examples = 0
    /// Those given by a URI.
    public fileprivate(set) var files = 0
    /// Those in the line.
    public fileprivate(set) var inline = 0
  }

  private var counts = ContiguousArray(repeating: Count(), count: Kind.allCases.count)
  /// The examples that have any.
  public private(set) var examples = 0
  /// The bytes of base64 in the lines.
  public private(set) var inlineBytes = 0

  init() {}

  /// What there is of a kind.
  public subscript(kind: Kind) -> Count { counts[kind.rawValue] }

  /// Adds the media of an example, if it has some.
  @inline(__always)
  mutating func add(_ context: borrowing ExampleContext) {
    if context.example.media.count > 0 { addSome(context) }
  }

  @inline(never)
  private mutating func addSome(_ context: borrowing ExampleContext) {
    examples += 1
    var kinds: UInt8 = 0
    for index in 0..<context.example.media.count {
      let media = context.example.media[index]
      let kind = media.mimeType.string.map { Kind(context.mediaNames.type($0, in: context.line).kind) }
      let number = (kind ?? .other).rawValue
      kinds |= 1 << UInt8(number)
      switch media.kind {
      case .file: counts[number].files += 1
      case .inline:
        counts[number].inline += 1
        inlineBytes += media.content.string?.count ?? 0
      }
    }
    for number in counts.indices where kinds >> UInt8(number) & 1 == 1 { counts[number].examples += 1 }
  }

  mutating func append(_ next: MediaStatistics) {
    examples += next.examples
    inlineBytes += next.inlineBytes
    for index in counts.indices {
      counts[index].examples += next.counts[index].examples
      counts[index].files += next.counts[index].files
      counts[index].inline += next.counts[index].inline
    }
  }
}

extension MediaStatistics.Kind {
  fileprivate init(_ kind: MIMEType.Kind) {
    self =
      switch kind {
      case .image: .image
      case .audio: .audio
      case .video: .video
      case .document, .text: .document
      case .other: .other
      }
  }
}

import Diagnostics
import JSONLines

/// The kinds of content that a file's examples have, each with its first line.
struct ExampleKinds: Observation {
  /// A kind of content.
  enum Kind: Int, CaseIterable, Codable {
    case image, audio, video, document, functionCall, tools

    /// What examples of the kind have.
    var name: String {
      switch self {
      case .image: "images"
      case .audio: "audio"
      case .video: "video"
      case .document: "documents"
      case .functionCall: "function calls"
      case .tools: "tools"
      }
    }
  }

  private var places = ContiguousArray<LinePlace?>(repeating: nil, count: Kind.allCases.count)

  /// The first line with a kind; nil if no line has it.
  subscript(kind: Kind) -> LinePlace? { places[kind.rawValue] }

  /// Notes the kinds of an example, which stays as it is: one that is only lent is copied first.
  @inline(never)
  mutating func add(_ example: inout TrainingExample, of line: LineBytes, _ place: LinePlace) {
    if example.functionCalls.count > 0 { note(.functionCall, place) }
    if example.functionDeclarations.count > 0 { note(.tools, place) }
    for index in 0..<example.media.count {
      if let type = example.media[index].mimeType.string, let kind = Kind(type, in: line) {
        note(kind, place)
      }
    }
  }

  private mutating func note(_ kind: Kind, _ place: LinePlace) {
    if places[kind.rawValue] == nil { places[kind.rawValue] = place }
  }

  mutating func append(_ next: ExampleKinds, behind lines: Int, _ settings: RuleSettings) {
    for kind in Kind.allCases {
      if let place = next[kind] { note(kind, place.moved(behind: lines)) }
    }
  }
}

extension ExampleKinds.Kind {
  /// The kind of media that a MIME type names, by its first letters; nil if it is empty.
  fileprivate init?(_ type: StringToken, in line: LineBytes) {
    guard type.count > 1 else { return nil }
    switch (line[type.start] | 0x20, line[type.start + 1] | 0x20) {
    case (UInt8(ascii: "i"), UInt8(ascii: "m")): self = .image
    case (UInt8(ascii: "a"), UInt8(ascii: "u")): self = .audio
    case (UInt8(ascii: "v"), UInt8(ascii: "i")): self = .video
    default: self = .document
    }
  }
}

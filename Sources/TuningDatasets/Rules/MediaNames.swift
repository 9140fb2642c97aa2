import JSONLines
import ModelCatalog

/// The names by which media are told: MIME types, and the ends of file names.
///
/// Case does not count, and neither do the parameters of a type.
struct MediaNames: Sendable {
  private var types = ShortNames()
  private var knownTypes: ContiguousArray<MIMEType> = []
  private var extensions = ShortNames()
  private var formats: ContiguousArray<MediaFormats> = []

  /// The names, with the lists of what the service takes.
  init(_ lists: MIMETypes) {
    for known in MIMEType.known { add(known.type, "\(known.name)") }
    for name in lists.serving.value { add(.serving, name) }
    for name in lists.tuning.value { add(.tuning, name) }
    for (formats, names) in Self.extensions {
      for name in names.utf8.split(separator: UInt8(ascii: " ")) {
        let number = extensions.insert(ShortNames.Words(name))
        precondition(number == self.formats.count, "an ending is in two lines")
        self.formats.append(formats)
      }
    }
  }

  private mutating func add(_ type: MIMEType, _ name: String) {
    let number = types.insert(ShortNames.Words(name.utf8))
    precondition(number == knownTypes.count, "a type is in two lines")
    knownTypes.append(type)
  }

  /// Notes that a list has a type.
  private mutating func add(_ standing: MIMEType.Standing, _ name: String) {
    guard name.utf8.count <= ShortNames.mostBytes, types.count < ShortNames.mostNames else { return }
    let number = types.insert(ShortNames.Words(name.utf8))
    if number == knownTypes.count { knownTypes.append(.unknown(MIMEType.Kind(ofTypeBeginning: name))) }
    knownTypes[number] = knownTypes[number].with(standing)
  }

  // MARK: MIME types

  /// What is known of the type that a string names. O(1) where the string has it as lists write it.
  @inline(__always)
  func type(_ string: StringToken, in line: LineBytes) -> MIMEType {
    if string.count <= ShortNames.mostBytes, let number = types.number(of: ShortNames.Words(string, in: line))
    {
      return knownTypes[number]
    }
    return otherwiseWritten(string, in: line)
  }

  /// The type of a string in another case, with escapes, spaces around it or parameters. O(length).
  @inline(never)
  private func otherwiseWritten(_ string: StringToken, in line: LineBytes) -> MIMEType {
    var name = InlineArray<24, UInt8>(repeating: 0)
    var count = 0
    var isLong = false
    for (scalar, _) in line.scalars(of: string) {
      if scalar == ";" { break }
      if count == 0, scalar.properties.isWhitespace { continue }
      guard scalar.isASCII, count < name.count else {
        isLong = true
        break
      }
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      name[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      count += 1
    }
    while count > 0, name[count - 1] == 0x20 { count -= 1 }
    if !isLong, let number = types.number(of: ShortNames.Words(name, count: count)) {
      return knownTypes[number]
    }
    return .unknown(kind(ofTypeBeginning: name))
  }

  private func kind(ofTypeBeginning name: InlineArray<24, UInt8>) -> MIMEType.Kind {
    let beginning = ShortNames.Words(name, count: 6)
    return switch beginning {
    case Self.image: .image
    case Self.audio: .audio
    case Self.video: .video
    default: ShortNames.Words(name, count: 5) == Self.text ? .text : .other
    }
  }

  private static let image = ShortNames.Words("image/".utf8)
  private static let audio = ShortNames.Words("audio/".utf8)
  private static let video = ShortNames.Words("video/".utf8)
  private static let text = ShortNames.Words("text/".utf8)

  // MARK: File names

  /// The formats of files whose names end in a dot and these letters, at most eight, in lower case and the first in the lowest
  /// bits; empty where that is not known.
  @inline(__always)
  func formats(ofExtension letters: UInt64) -> MediaFormats {
    extensions.number(of: ShortNames.Words(letters)).map { formats[$0] } ?? []
  }

  private static let extensions: [(MediaFormats, String)] = [
    (.jpeg, "jpg jpeg jpe jfif pjpeg"), (.png, "png"), (.webP, "webp"), (.heif, "heic heif"), (.avif, "avif"),
    (.gif, "gif"), (.bmp, "bmp"), (.tiff, "tif tiff"), ([.svg, .text], "svg"), (.pdf, "pdf"),
    (.text, "txt md csv tsv json jsonl html htm xml log"), (.zip, "zip docx xlsx pptx odt"),
    (.mp3, "mp3 mpga"),
    ([.wav, .pcm], "wav wave"), (.pcm, "pcm"), (.flac, "flac"), (.ogg, "ogg oga opus ogv"),
    ([.mp4Audio, .mp4], "m4a m4b"), ([.aac, .mp4Audio], "aac"), (.aiff, "aif aiff aifc"),
    ([.mp4, .mp4Audio, .threeGP], "mp4"), (.mp4, "m4v"), (.quickTime, "mov qt"), (.webM, "webm weba"),
    (.matroska, "mkv"), (.mpeg, "mpg m2v mpe"), ([.mpeg, .mp3], "mpeg"), (.avi, "avi"), (.flash, "flv f4v"),
    (.asf, "wmv asf wma"), ([.threeGP, .mp4, .mp4Audio], "3gp 3gpp 3g2"),
  ]
}

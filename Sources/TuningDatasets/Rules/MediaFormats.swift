/// Formats of files, as a set: what a MIME type, the end of a name or the first bytes of a file leave possible.
///
/// Two of them contradict each other if no format is in both; an empty set says nothing.
struct MediaFormats: OptionSet, Sendable {
  let rawValue: UInt32

  private static func bit(_ index: UInt32) -> MediaFormats { MediaFormats(rawValue: 1 << index) }

  static let jpeg = bit(0)
  static let png = bit(1)
  static let webP = bit(2)
  /// HEIC is HEIF with images of one kind.
  static let heif = bit(3)
  static let avif = bit(4)
  static let gif = bit(5)
  static let bmp = bit(6)
  static let tiff = bit(7)
  static let svg = bit(8)
  static let pdf = bit(9)
  static let text = bit(10)
  /// ZIP, which the files of office programs are.
  static let zip = bit(11)
  static let mp3 = bit(12)
  static let wav = bit(13)
  static let flac = bit(14)
  static let ogg = bit(15)
  /// MPEG-4 with sound alone.
  static let mp4Audio = bit(16)
  static let aac = bit(17)
  static let aiff = bit(18)
  /// Samples without any header.
  static let pcm = bit(19)
  static let mp4 = bit(20)
  static let quickTime = bit(21)
  static let webM = bit(22)
  static let matroska = bit(23)
  static let mpeg = bit(24)
  static let avi = bit(25)
  static let flash = bit(26)
  /// Windows Media.
  static let asf = bit(27)
  static let threeGP = bit(28)
  /// A format that no type of media is for.
  static let other = bit(31)

  /// The formats of MPEG-4 files, which cannot always be told apart.
  static let mpeg4: MediaFormats = [.mp4, .mp4Audio, .threeGP]
}

import JSONLines

/// What the first bytes of a file tell of its format.
///
/// Sources: RFC 2083 (PNG), ISO/IEC 14496-12 and 23008-12 (`ftyp` and its brands), RFC 9649 (WebP), RFC 9639 (FLAC), RFC 3533
/// (Ogg), RFC 8794 (Matroska), ISO 32000 (PDF), and the lists of other programs for the rest.
struct MediaSignature {
  /// How many bytes are looked at.
  static let mostBytes = 48

  private var bytes = InlineArray<48, UInt8>(repeating: 0)
  private(set) var count = 0

  /// Decodes the beginning of a string of base64; what is not base64 is skipped. O(1) but for what is skipped.
  init(ofBase64 string: StringToken, in line: LineBytes) {
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for (scalar, _) in line.scalars(of: string) {
      if scalar == "=" { break }
      guard let value = scalar.base64Value else { continue }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      bytes[count] = UInt8(truncatingIfNeeded: bits >> bitCount)
      bits &= (1 << bitCount) - 1
      count += 1
      if count == bytes.count { break }
    }
  }

  /// What the file is, by its name and its formats; nil where that cannot be told.
  var found: (name: StaticString, formats: MediaFormats)? {
    guard count >= 4 else { return nil }
    if has("\u{89}PNG", at: 0) { return ("a PNG image", .png) }
    if bytes[0] == 0xFF, bytes[1] == 0xD8, bytes[2] == 0xFF { return ("a JPEG image", .jpeg) }
    if has("GIF8", at: 0) { return ("a GIF image", .gif) }
    if has("RIFF", at: 0) { return riff }
    if has("%PDF-", at: 0) { return ("a PDF", .pdf) }
    if has("fLaC", at: 0) { return ("FLAC audio", .flac) }
    if has("OggS", at: 0) { return ("an Ogg file", .ogg) }
    if has("ID3", at: 0) { return ("audio with an ID3 tag, such as MP3", [.mp3, .aac, .flac, .wav, .aiff]) }
    if has("\u{1A}\u{45}\u{DF}\u{A3}", at: 0) { return matroska }
    if count >= 8, has("ftyp", at: 4) { return mpeg4 }
    return quickTime ?? mpegAudio ?? rarer
  }

  /// Whether a file of one of these formats can begin so, although that is not recognized.
  func mayBegin(_ formats: MediaFormats) -> Bool {
    let fixed: MediaFormats = [.jpeg, .png, .webP, .heif, .gif, .wav, .flac, .ogg, .webM, .matroska]
    return count < 4 || !formats.subtracting(fixed).isEmpty || formats.contains(.heif) && count < 8
  }

  // MARK: Families of formats

  /// `RIFF`, four bytes of length, and the kind.
  private var riff: (name: StaticString, formats: MediaFormats) {
    if has("WEBP", at: 8) { return ("a WebP image", .webP) }
    if has("WAVE", at: 8) { return ("WAV audio", .wav) }
    if has("AVI ", at: 8) { return ("an AVI video", .avi) }
    return ("a RIFF file", count < 12 ? [.webP, .wav, .avi] : .other)
  }

  /// `ftyp` and the brand.
  private var mpeg4: (name: StaticString, formats: MediaFormats) {
    if count < 12 { return ("an MPEG-4 file", [.mpeg4, .heif, .avif, .quickTime]) }
    if has("qt  ", at: 8) { return ("a QuickTime video", .quickTime) }
    if has("avi", at: 8) { return ("an AVIF image", .avif) }
    if has("hei", at: 8) || has("hev", at: 8) { return ("a HEIF image", .heif) }
    if has("mif1", at: 8) || has("msf1", at: 8) { return ("a HEIF or AVIF image", [.heif, .avif]) }
    if has("M4A", at: 8) || has("M4B", at: 8) { return ("MPEG-4 audio", .mp4Audio) }
    if has("3g", at: 8) { return ("a 3GP file", [.threeGP, .mp4, .mp4Audio]) }
    return ("an MPEG-4 file", .mpeg4)
  }

  /// The first box of an older QuickTime or MPEG-4 file, after its length.
  private var quickTime: (name: StaticString, formats: MediaFormats)? {
    guard count >= 8 else { return nil }
    let isBox = has("moov", at: 4) || has("mdat", at: 4) || has("wide", at: 4) || has("pnot", at: 4)
    return isBox ? ("a QuickTime or MPEG-4 file", [.quickTime, .mpeg4]) : nil
  }

  /// The document type is in the header, which comes first.
  private var matroska: (name: StaticString, formats: MediaFormats) {
    for place in 4..<max(5, count) {
      if has("webm", at: place) { return ("a WebM file", .webM) }
      if has("matroska", at: place) { return ("a Matroska file", .matroska) }
    }
    return ("a Matroska or WebM file", [.webM, .matroska])
  }

  /// Eleven bits for the beginning of a frame, the version, and the layer: 0 for AAC.
  private var mpegAudio: (name: StaticString, formats: MediaFormats)? {
    // FF FE is the mark of UTF-16.
    guard bytes[0] == 0xFF, bytes[1] & 0xE0 == 0xE0, bytes[1] & 0x18 != 0x08, bytes[1] < 0xFE else {
      return nil
    }
    if bytes[1] & 0xF6 == 0xF0 { return ("AAC audio", .aac) }
    // A bit rate and a sample rate that exist.
    guard bytes[1] & 0x06 != 0, bytes[2] >> 4 != 0xF, bytes[2] & 0x0C != 0x0C else { return nil }
    return ("MP3 audio", [.mp3, .mpeg])
  }

  private var rarer: (name: StaticString, formats: MediaFormats)? {
    if has("PK\u{3}\u{4}", at: 0) { return ("a ZIP file, such as an office document", .zip) }
    if has("II*\0", at: 0) || has("MM\0*", at: 0) { return ("a TIFF image", .tiff) }
    if has("FLV\u{1}", at: 0) { return ("a Flash video", .flash) }
    if has("\u{30}\u{26}\u{B2}\u{75}", at: 0) { return ("a Windows Media file", .asf) }
    if has("\0\0\u{1}\u{BA}", at: 0) || has("\0\0\u{1}\u{B3}", at: 0) { return ("an MPEG video", .mpeg) }
    if has("FORM", at: 0), has("AIF", at: 8) { return ("AIFF audio", .aiff) }
    if has("<svg", at: 0) { return ("an SVG image", [.svg, .text]) }
    let isPage =
      has("<!DOCTYPE", at: 0) || has("<!doctype", at: 0) || has("<html", at: 0) || has("<HTML", at: 0)
    if isPage { return ("an HTML page", .text) }
    if has("<?xml", at: 0) { return ("an XML file", [.svg, .text]) }
    return nil
  }

  /// Whether the scalars of a text, each of them a byte, are at a place.
  private func has(_ text: String, at place: Int) -> Bool {
    var place = place
    for scalar in text.unicodeScalars {
      guard place < count, UInt32(bytes[place]) == scalar.value else { return false }
      place += 1
    }
    return true
  }
}

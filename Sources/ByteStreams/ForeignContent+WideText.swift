extension ForeignContent {
  /// The layout of an ASCII character in the two or four bytes of a wide encoding.
  private struct Layout {
    var content: ForeignContent
    var byteOrderMark: [UInt8]
    var widthInBytes: Int
    /// Where in the unit the character is; all other bytes are zero.
    var characterOffset: Int

    init(_ content: ForeignContent, byteOrderMark: [UInt8], widthInBytes: Int, characterOffset: Int) {
      self.content = content
      self.byteOrderMark = byteOrderMark
      self.widthInBytes = widthInBytes
      self.characterOffset = characterOffset
    }
  }

  /// In the order in which they are tried; UTF-32 first: its little-endian byte order mark begins with that of UTF-16.
  private static let layouts = [
    Layout(.utf32LittleEndian, byteOrderMark: [0xFF, 0xFE, 0, 0], widthInBytes: 4, characterOffset: 0),
    Layout(.utf32BigEndian, byteOrderMark: [0, 0, 0xFE, 0xFF], widthInBytes: 4, characterOffset: 3),
    Layout(.utf16LittleEndian, byteOrderMark: [0xFF, 0xFE], widthInBytes: 2, characterOffset: 0),
    Layout(.utf16BigEndian, byteOrderMark: [0xFE, 0xFF], widthInBytes: 2, characterOffset: 1),
  ]

  /// UTF-16 or UTF-32, with a byte order mark or told by where the zeros are.
  static func wideText(_ bytes: ArraySlice<UInt8>) -> ForeignContent? {
    let marked = layouts.first { bytes.starts(with: $0.byteOrderMark) }
    return (marked ?? layouts.first { looksLike($0, bytes) })?.content
  }

  /// Whether the bytes are ASCII in this layout.
  ///
  /// The first two characters must, as those of any JSON text of two characters or more do (RFC 4627, section 3),
  /// and half of the first 16, so that stray NULs in a line of UTF-8 do not make it wide:
  ///
  ///     {  "  c        UTF-16LE: 7b 00 22 00 63 00 …
  ///     7b 22 63       UTF-16BE: 00 7b 00 22 00 63 …
  private static func looksLike(_ layout: Layout, _ bytes: ArraySlice<UInt8>) -> Bool {
    let units = min(16, bytes.count / layout.widthInBytes)
    let isASCII = (0..<units).map { unit in
      (0..<layout.widthInBytes).allSatisfy { offset in
        let byte = bytes[bytes.startIndex + unit * layout.widthInBytes + offset]
        return offset == layout.characterOffset ? (0x09...0x7E).contains(byte) : byte == 0
      }
    }
    return units >= 2 && isASCII[0] && isASCII[1] && isASCII.count { $0 } * 2 >= units
  }
}

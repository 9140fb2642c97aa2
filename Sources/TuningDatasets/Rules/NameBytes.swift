import JSONLines

/// The characters of names, looked at eight bytes at a time.
enum NameBytes {
  /// Whether the characters of a string, as they are written, are letters, digits and underscores, or `-`, `.` and `:` as
  /// well.
  static func areAllowed(in name: StringToken, withPunctuation: Bool, _ line: LineBytes) -> Bool {
    var offset = name.start
    while offset < name.end {
      guard areAllowed(word(of: name, at: offset, in: line), withPunctuation: withPunctuation) else {
        return false
      }
      offset &+= 8
    }
    return true
  }

  /// The bytes of a name from an offset on; after its end, letters replace what does not belong to it.
  @inline(__always)
  private static func word(of name: StringToken, at offset: Int, in line: LineBytes) -> UInt64 {
    let length = name.end - offset
    let padding = length < 8 ? EightBytes.each &* 0x61 << UInt64(8 * length) : 0
    return line.word(ofFirst: length, at: offset) | padding
  }

  @inline(__always)
  private static func areAllowed(_ word: UInt64, withPunctuation: Bool) -> Bool {
    let bytes = EightBytes(word)
    // A letter and its capital differ in one bit. The other characters stand in ranges: -. and 0123456789: and _
    var allowed =
      EightBytes(word | EightBytes.each &* 0x20).between("a", "z") | bytes.are("_")
      | bytes.between("0", withPunctuation ? ":" : "9")
    if withPunctuation { allowed |= bytes.between("-", ".") }
    return allowed & bytes.areASCII == EightBytes.all
  }
}

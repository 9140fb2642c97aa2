import JSONLines

/// The characters of a name, looked at eight bytes at a time.
struct NameBytes {
  /// A byte, eight times.
  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highBits = each &* 0x80

  /// The eight bytes.
  private let bytes: UInt64

  /// The bytes of a name from an offset on; after its end, letters replace what does not belong to it.
  private init(of name: StringToken, at offset: Int, in line: LineBytes) {
    let length = name.end - offset
    let padding = length < 8 ? Self.each &* 0x61 << UInt64(8 * length) : 0
    bytes = line.word(ofFirst: length, at: offset) | padding
  }

  /// The bytes from `first` to `last`, by their highest bits.
  private static func range(_ bytes: UInt64, _ first: UInt64, _ last: UInt64) -> UInt64 {
    (bytes &+ each &* (0x80 - first)) & ~(bytes &+ each &* (0x7F - last))
  }

  /// Whether all are letters, digits and underscores, or `-`, `.` and `:` as well.
  private func areAllowed(withPunctuation: Bool) -> Bool {
    // A letter and its capital differ in one bit. The other characters stand in ranges: -. and 0123456789: and _
    var allowed =
      Self.range(bytes | Self.each &* 0x20, 0x61, 0x7A) | Self.range(bytes, 0x5F, 0x5F)
      | Self.range(bytes, 0x30, withPunctuation ? 0x3A : 0x39)
    if withPunctuation { allowed |= Self.range(bytes, 0x2D, 0x2E) }
    return bytes & Self.highBits == 0 && allowed & Self.highBits == Self.highBits
  }

  /// Whether the characters of a string, as they are written, are allowed.
  static func areAllowed(in name: StringToken, withPunctuation: Bool, _ line: LineBytes) -> Bool {
    for offset in stride(from: name.start, to: name.end, by: 8) {
      let bytes = NameBytes(of: name, at: offset, in: line)
      guard bytes.areAllowed(withPunctuation: withPunctuation) else { return false }
    }
    return true
  }
}

/// The character U+2581, ▁, which stands for a space in the pieces of a model.
enum SpaceEscape {
  /// Its bytes.
  static let bytes: [UInt8] = [0xE2, 0x96, 0x81]

  /// Bytes with a space for each of these characters: the model does not tell the two apart.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    var resolved: [UInt8] = []
    resolved.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if isHere(bytes.span, index) {
        resolved.append(0x20)
        index += 3
      } else {
        resolved.append(bytes[index])
        index += 1
      }
    }
    return resolved
  }

  /// Whether it is at an offset.
  @inline(__always)
  static func isHere(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    text[offset] == bytes[0] && offset + 2 < text.count && text[offset + 1] == 0x96
      && text[offset + 2] == 0x81
  }
}

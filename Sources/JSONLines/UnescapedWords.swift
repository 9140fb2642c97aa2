/// The content of a string without its escapes, in words of eight bytes, the first byte in the lowest bits.
///
///     "caf\u00e9"      63 61 66 C3 A9 00 00 00
///
/// The memory is used again for the next string.
struct UnescapedWords {
  private var words = ContiguousArray<UInt64>(repeating: 0, count: 16)
  /// The length in bytes.
  private(set) var count = 0
  /// The bytes that do not fill a word yet.
  private var rest: UInt64 = 0

  /// Takes the content of a string. O(n).
  mutating func set(_ token: StringToken, of line: LineBytes) {
    count = 0
    rest = 0
    var offset = token.start
    while offset < token.end {
      let word = line.word(at: offset)
      if token.end - offset >= 8, Self.isPlain(word) {
        append(word, count: 8)
        offset += 8
        continue
      }
      let byte = line[offset]
      if byte < 0x80, byte != UInt8(ascii: "\\") {
        append(UInt64(byte), count: 1)
        offset += 1
        continue
      }
      let (scalar, length) = line.scalarOrByte(at: offset)
      if let scalar { append(scalar) } else { append(UInt64(byte), count: 1) }
      offset += length
    }
    // A word after the last byte, so that eight bytes can be asked for anywhere.
    store(rest, at: count >> 3)
    store(0, at: (count >> 3) + 1)
  }

  /// The eight bytes from an offset on; zero after the last.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    let shift = UInt64(offset & 7) * 8
    let first = words[offset >> 3] >> shift
    return shift == 0 ? first : first | words[(offset >> 3) + 1] << (64 - shift)
  }

  /// Whether eight bytes are ASCII without a backslash.
  private static func isPlain(_ word: UInt64) -> Bool {
    // A byte that is a backslash becomes zero, and a zero borrows from its highest bit.
    let others = word ^ 0x5C5C_5C5C_5C5C_5C5C
    return (word | ((others &- 0x0101_0101_0101_0101) & ~others)) & 0x8080_8080_8080_8080 == 0
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    var bytes: UInt64 = 0
    var length = 0
    for byte in scalar.utf8 {
      bytes |= UInt64(byte) << UInt64(8 * length)
      length += 1
    }
    append(bytes, count: length)
  }

  @inline(__always)
  private mutating func append(_ bytes: UInt64, count added: Int) {
    let shift = UInt64(count & 7) * 8
    rest |= bytes << shift
    if Int(shift) + 8 * added >= 64 {
      store(rest, at: count >> 3)
      rest = shift == 0 ? 0 : bytes >> (64 - shift)
    }
    count += added
  }

  @inline(__always)
  private mutating func store(_ word: UInt64, at index: Int) {
    if index < words.count { words[index] = word } else { words.append(word) }
  }
}

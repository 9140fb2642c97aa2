/// Reads the fields of a message in the wire format of protocol buffers.
///
/// Source: https://protobuf.dev/programming-guides/encoding/
struct WireReader {
  /// What a field has.
  enum Value {
    /// A whole number, an enumeration value or a Boolean.
    case varint(UInt64)
    /// Four bytes, the bits of a `float`.
    case fixed32(UInt32)
    /// The place of a text, of bytes or of a message.
    case bytes(Range<Int>)
    /// A value that takes eight bytes.
    case other
  }

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  /// Reads the message in a range of bytes.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    (self.bytes, offset, end) = (bytes, range.lowerBound, range.upperBound)
  }

  /// The next field; nil at the end.
  ///
  /// - Throws: ``TokenizerFault/notAModel`` if there is no field.
  mutating func next() throws(TokenizerFault) -> (number: Int, value: Value)? {
    guard offset < end else { return nil }
    let tag = try varint()
    guard let number = Int(exactly: tag >> 3), number > 0 else { throw .notAModel }
    switch tag & 7 {
    case 0: return (number, .varint(try varint()))
    case 1:
      _ = try take(8)
      return (number, .other)
    case 2:
      guard let length = Int(exactly: try varint()) else { throw .notAModel }
      return (number, .bytes(try take(length)))
    case 5:
      let place = try take(4)
      return (number, .fixed32(bytes[place].reversed().reduce(0) { $0 << 8 | UInt32($1) }))
    default: throw .notAModel
    }
  }

  private mutating func varint() throws(TokenizerFault) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = bytes[try take(1).lowerBound]
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw .notAModel
  }

  private mutating func take(_ count: Int) throws(TokenizerFault) -> Range<Int> {
    guard count <= end - offset else { throw .notAModel }
    offset += count
    return offset - count..<offset
  }
}

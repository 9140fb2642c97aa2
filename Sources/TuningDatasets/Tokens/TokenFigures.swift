/// Reads figures one after another. Each is a printable character.
struct TokenFigures {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next figures, as thousandths of tokens: from `#` for none to `~` for two tokens; the steps between small figures
  /// are small.
  mutating func costs(_ count: Int) -> [UInt16] {
    next(count) { figure in UInt16((2000 * figure * figure + 91 * 91 / 2) / (91 * 91)) }
  }

  /// The next figures, as what letters tell: `P` is nothing, and the steps between small figures are small.
  mutating func signals(_ count: Int) -> [Int16] {
    next(count) { figure in Int16((figure - 45) * abs(figure - 45) / 2) }
  }

  private mutating func next<Value>(_ count: Int, _ meaning: (Int) -> Value) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    while values.count < count, offset < bytes.count {
      if bytes[offset] != UInt8(ascii: "\n") { values.append(meaning(Int(bytes[offset]) - 0x23)) }
      offset += 1
    }
    return values
  }
}

/// Reads figures, each of which is a printable character, one after another.
struct TokenFigures {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is left but the ends of lines.
  var isAtEnd: Bool { bytes[offset...].allSatisfy { $0 == UInt8(ascii: "\n") } }

  /// The next figures, as thousandths of tokens: from `#` for none to `~` for two tokens; the steps between small figures
  /// are small.
  mutating func costs(_ count: Int) -> [UInt16] {
    next(count).map { figure in UInt16((2000 * figure * figure + 91 * 91 / 2) / (91 * 91)) }
  }

  /// The next figures, as what letters tell: `P` is nothing, and the steps between small figures are small.
  mutating func signals(_ count: Int) -> [Int16] {
    next(count).map { figure in
      let step = figure - 45
      return Int16(step * abs(step) / 2)
    }
  }

  private mutating func next(_ count: Int) -> [Int] {
    var figures: [Int] = []
    figures.reserveCapacity(count)
    while figures.count < count, offset < bytes.count {
      if bytes[offset] != UInt8(ascii: "\n") { figures.append(Int(bytes[offset]) - 0x23) }
      offset += 1
    }
    return figures
  }
}

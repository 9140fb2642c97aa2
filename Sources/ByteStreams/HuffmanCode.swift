#if ISAL
  /// A Huffman code as deflate states it, by the length of each symbol's code; RFC 1951, section 3.2.2.
  ///
  /// Codes of one length are consecutive numbers, and continue from the shorter ones:
  ///
  ///     lengths of a b c d: 2 1 3 3        codes: b 0, a 10, c 110, d 111
  struct HuffmanCode {
    private static let longestInBits = 15

    /// How many codes there are of each length.
    private var counts = InlineArray<16, Int>(repeating: 0)
    /// The symbols in the order of their codes.
    private var symbols = [Int](repeating: 0, count: 288)
    private var longest = 0

    /// Takes the code in which symbol `i` has `lengths[i]` bits, none if that is 0.
    ///
    /// - Returns: false if there are more codes than numbers, or fewer. Only no code at all and, if `mayBeSingle`, one
    ///   of one bit may leave numbers without meaning.
    mutating func assign(_ lengths: ArraySlice<UInt8>, mayBeSingle: Bool) -> Bool {
      counts = InlineArray(repeating: 0)
      for length in lengths { counts[Int(length)] += 1 }
      counts[0] = 0
      longest = 0
      var unused = 1
      for length in 1...Self.longestInBits {
        if counts[length] > 0 { longest = length }
        unused = unused * 2 - counts[length]
        if unused < 0 { return false }
      }
      return unused == 0 || longest == 0 || longest == 1 && mayBeSingle
    }

    /// What any seven bits begin with, in a code that was just assigned and has no longer codes:
    /// `symbol << 3 | length`, or 0 if there are no codes.
    ///
    ///     a 0, b 10, c 11        xxxxxx0 ▸ a, xxxxx01 ▸ b, xxxxx11 ▸ c        the first bit is the lowest
    func table(_ lengths: ArraySlice<UInt8>) -> InlineArray<128, UInt8> {
      var table = InlineArray<128, UInt8>(repeating: 0)
      var code: UInt8 = 0
      for length in 1...7 as ClosedRange<UInt8> {
        for (symbol, symbolLength) in lengths.enumerated() where symbolLength == length {
          for bits in stride(from: Int(code.bitReversed >> (8 - length)), to: 128, by: 1 << Int(length)) {
            table[bits] = UInt8(symbol) << 3 | length
          }
          code += 1
        }
        code <<= 1
      }
      return table
    }

    /// Gets ready to decode with the lengths that were just assigned.
    mutating func sortSymbols(_ lengths: ArraySlice<UInt8>) {
      var places = InlineArray<17, Int>(repeating: 0)
      for length in 1...Self.longestInBits { places[length + 1] = places[length] + counts[length] }
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[places[Int(length)]] = symbol
        places[Int(length)] += 1
      }
    }

    /// The next symbol, once the symbols are sorted; nil for a code without meaning.
    ///
    /// - Complexity: linear in the bits read.
    func decode(_ bits: inout DeflateBits) throws(DeflateBits.Stop) -> Int? {
      let ahead = bits.ahead
      var code = 0
      var first = 0
      var symbolsBefore = 0
      for length in 1...max(longest, 1) {
        code = code << 1 | ahead >> (length - 1) & 1
        let count = counts[length]
        if code < first + count {
          try bits.pass(length)
          return symbols[symbolsBefore + code - first]
        }
        symbolsBefore += count
        first = (first + count) << 1
      }
      try bits.pass(max(longest, 1))
      return nil
    }
  }

  extension UInt8 {
    /// The same bits, the lowest one first.
    fileprivate var bitReversed: UInt8 {
      var (bits, reversed) = (self, 0 as UInt8)
      for _ in 0..<8 {
        reversed = reversed << 1 | bits & 1
        bits >>= 1
      }
      return reversed
    }
  }
#endif

#if ISAL
  /// A Huffman code as deflate states it, by the length of each symbol's code; RFC 1951, section 3.2.2.
  ///
  /// Codes of one length are consecutive numbers, and go on from the shorter ones:
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
      var places = InlineArray<17, Int>(repeating: 0)
      var unused = 1
      for length in 1...Self.longestInBits {
        if counts[length] > 0 { longest = length }
        places[length + 1] = places[length] + counts[length]
        unused = unused * 2 - counts[length]
        if unused < 0 { return false }
      }
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[places[Int(length)]] = symbol
        places[Int(length)] += 1
      }
      return unused == 0 || longest == 0 || longest == 1 && mayBeSingle
    }

    /// The next symbol; nil for a code without meaning.
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
          _ = try bits.read(length)
          return symbols[symbolsBefore + code - first]
        }
        symbolsBefore += count
        first = (first + count) << 1
      }
      _ = try bits.read(max(longest, 1))
      return nil
    }
  }
#endif

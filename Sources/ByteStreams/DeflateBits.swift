#if ISAL
  /// Reads deflate data bit by bit: from the lowest bit of a byte to its highest, numbers with their lowest bit first.
  struct DeflateBits {
    /// Why reading stopped.
    enum Stop: Error {
      case needsInput
      case invalid(GzipDamage)
    }

    private let bytes: [UInt8]
    private let end: Int
    /// The next bit, counted from the lowest one of the first byte.
    private(set) var position: Int

    /// The bits of `bytes` from `position` on, up to the end of `range`.
    init(_ bytes: [UInt8], _ range: Range<Int>, from position: Int) {
      self.bytes = bytes
      end = range.upperBound * 8
      self.position = position
    }

    /// The next `count` bits as a number.
    ///
    /// - Complexity: O(count)
    mutating func read(_ count: Int) throws(Stop) -> Int {
      if end - position < count { throw .needsInput }
      var value = 0
      for place in 0..<count {
        value |= Int(bytes[position >> 3] >> UInt8(position & 7) & 1) << place
        position += 1
      }
      return value
    }

    /// The bytes of `range` up to the one that holds the last bit read.
    func bytesBegun(in range: Range<Int>) -> Int {
      (position + 7) / 8 - range.lowerBound
    }

    /// Passes over the rest of a byte that is begun.
    mutating func alignToByte() {
      position = (position + 7) & ~7
    }
  }
#endif

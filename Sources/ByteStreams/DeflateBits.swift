#if ISAL
  /// Reads deflate data bit by bit: from the lowest bit of a byte to its highest, numbers with their lowest bit first.
  struct DeflateBits {
    /// Why reading stopped.
    enum Stop: Error {
      case needsInput
      case invalid(GzipDamage)
    }

    private let bytes: ArraySlice<UInt8>
    private let end: Int
    /// The next bit, counted from the lowest one of the array's first byte.
    private var position: Int

    /// The bits of `bytes` after the first `offset` ones.
    init(_ bytes: ArraySlice<UInt8>, from offset: Int) {
      self.bytes = bytes
      position = bytes.startIndex * 8 + offset
      end = bytes.endIndex * 8
    }

    /// The number of bytes up to the one that contains the last bit read.
    var bytesBegun: Int { (position + 7) / 8 - bytes.startIndex }

    /// The next bits, at least 16 of them, without taking them; zeros where there are none.
    var ahead: Int {
      let first = position >> 3
      var value = 0
      for place in first..<max(first, min(first + 3, end >> 3)) {
        value |= Int(bytes[place]) << ((place - first) * 8)
      }
      return value >> (position & 7)
    }

    /// Takes the next `count` bits, at most 16, as a number.
    mutating func read(_ count: Int) throws(Stop) -> Int {
      let value = ahead & (1 << count - 1)
      try pass(count)
      return value
    }

    /// Takes the next `count` bits.
    mutating func pass(_ count: Int) throws(Stop) {
      if end - position < count { throw .needsInput }
      position += count
    }

    /// Passes over the rest of a byte that is begun.
    mutating func alignToByte() {
      position = (position + 7) & ~7
    }
  }
#endif

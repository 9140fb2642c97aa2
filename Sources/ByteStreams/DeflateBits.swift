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

    /// The bits of `bytes` behind the first `offset` ones.
    init(_ bytes: ArraySlice<UInt8>, from offset: Int) {
      self.bytes = bytes
      position = bytes.startIndex * 8 + offset
      end = bytes.endIndex * 8
    }

    /// How many bytes there are up to the one that holds the last bit read.
    var bytesBegun: Int { (position + 7) / 8 - bytes.startIndex }

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

    /// Passes over the rest of a byte that is begun.
    mutating func alignToByte() {
      position = (position + 7) & ~7
    }
  }
#endif

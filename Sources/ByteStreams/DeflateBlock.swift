#if ISAL
  /// A block of deflate data, RFC 1951, section 3.2.3, read as strictly as zlib reads it.
  ///
  /// ISA-L lets code tables pass that leave codes without meaning, and where it finds a fault it does not say how far it
  /// got. So every block's head is read here before ISA-L does, and its codes once more if there is something wrong.
  struct DeflateBlock {
    /// Whether it is the last one of the data.
    private(set) var isLast = false
    /// Whether its bytes are stored as they are, without codes.
    private(set) var isStored = false
    /// Codes for bytes, the end of the block (256) and lengths of matches, and for their distances.
    private var literals = HuffmanCode()
    private var distances = HuffmanCode()
    private var lengthCode = HuffmanCode()
    private var lengths = [UInt8](repeating: 0, count: 320)
    /// How many of the lengths are those of literals, and how many there are with those of distances.
    private var (literalCount, count) = (0, 0)

    /// Reads the block's head:
    ///
    ///     is it the last (1) | type (2) | stored:  … next byte | length (16) | its complement (16)
    ///                                   | fixed:   nothing
    ///                                   | dynamic: see `readCodes`
    mutating func readHead(_ bits: inout DeflateBits) throws(DeflateBits.Stop) {
      isLast = try bits.read(1) == 1
      let type = try bits.read(2)
      isStored = type == 0
      switch type {
      case 0:
        bits.alignToByte()
        let length = try bits.read(16)
        if try bits.read(16) != ~length & 0xFFFF { throw .invalid(.storedLength) }
      case 1:
        for symbol in 0..<288 {
          lengths[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8
        }
        for symbol in 288..<320 { lengths[symbol] = 5 }
        (literalCount, count) = (288, 320)
        _ = literals.assign(lengths[..<literalCount], mayBeSingle: true)
        _ = distances.assign(lengths[literalCount..<count], mayBeSingle: true)
      case 2: try readCodes(&bits)
      default: throw .invalid(.blockType)
      }
    }

    /// Reads the codes of a dynamic block, which are stated in a code themselves:
    ///
    ///     literals - 257 (5) | distances - 1 (5) | lengths - 4 (4) | their code's lengths (3 each) | lengths …
    private mutating func readCodes(_ bits: inout DeflateBits) throws(DeflateBits.Stop) {
      literalCount = try bits.read(5) + 257
      count = try bits.read(5) + 1 + literalCount
      let lengthCount = try bits.read(4) + 4
      if literalCount > 286 || count - literalCount > 30 { throw .invalid(.codeTable) }
      for place in Self.lengthOrder.indices {
        lengths[Self.lengthOrder[place]] = place < lengthCount ? UInt8(try bits.read(3)) : 0
      }
      guard lengthCode.assign(lengths[..<19], mayBeSingle: false) else { throw .invalid(.codeTable) }
      let table = lengthCode.table(lengths[..<19])
      var known = 0
      while known < count {
        // A code without any symbol reads as zeros; the end of the block is missing then.
        let code = Int(table[bits.ahead & 127])
        try bits.pass(max(code & 7, 1))
        let symbol = code >> 3
        var length: UInt8 = 0
        var times = 1
        switch symbol {
        case 16:
          times = try bits.read(2) + 3
          if known == 0 { throw .invalid(.codeTable) }
          length = lengths[known - 1]
        case 17: times = try bits.read(3) + 3
        case 18: times = try bits.read(7) + 11
        default: length = UInt8(symbol)
        }
        if known + times > count { throw .invalid(.codeTable) }
        for place in known..<known + times { lengths[place] = length }
        known += times
      }
      guard lengths[256] > 0, literals.assign(lengths[..<literalCount], mayBeSingle: true),
        distances.assign(lengths[literalCount..<count], mayBeSingle: true)
      else { throw .invalid(.codeTable) }
    }

    /// What is up to the first code that is incomplete or wrong, or to the block's end.
    struct Codes {
      var byteCount = 0
      /// The bytes that do not repeat earlier ones.
      var literals: [UInt8] = []
      /// What is wrong; nil if nothing is.
      var damage: GzipDamage?
    }

    /// Reads the block's codes from anywhere between two of them.
    ///
    /// - Parameter bytesBefore: the bytes before them, as far as distances may reach.
    /// - Complexity: linear in the bits read, and slow.
    mutating func readCodes(_ bits: inout DeflateBits, bytesBefore: Int) -> Codes {
      literals.sortSymbols(lengths[..<literalCount])
      distances.sortSymbols(lengths[literalCount..<count])
      var codes = Codes()
      do throws(DeflateBits.Stop) {
        while let symbol = try literals.decode(&bits), symbol <= 285 {
          if symbol == 256 { return codes }
          if symbol < 256 {
            codes.literals.append(UInt8(symbol))
            codes.byteCount += 1
            continue
          }
          let length = try Self.matchLength(symbol - 257, &bits)
          guard let symbol = try distances.decode(&bits), symbol <= 29 else { break }
          if try Self.distance(symbol, &bits) > bytesBefore + codes.byteCount {
            throw .invalid(.distanceTooFar)
          }
          codes.byteCount += length
        }
        codes.damage = .meaninglessCode
      } catch {
        if case .invalid(let damage) = error { codes.damage = damage }
      }
      return codes
    }

    /// 3…10 in steps of 1, 11…18 of 2, …, each step doubled after four codes; the last code is 258.
    private static func matchLength(_ code: Int, _ bits: inout DeflateBits) throws(DeflateBits.Stop) -> Int {
      if code < 8 { return code + 3 }
      if code == 28 { return 258 }
      let extraBits = code / 4 - 1
      return 3 + (4 + code % 4) << extraBits + (try bits.read(extraBits))
    }

    /// 1…4 in steps of 1, 5…8 of 2, …, each step doubled after two codes.
    private static func distance(_ code: Int, _ bits: inout DeflateBits) throws(DeflateBits.Stop) -> Int {
      if code < 4 { return code + 1 }
      let extraBits = code / 2 - 1
      return 1 + (2 + code % 2) << extraBits + (try bits.read(extraBits))
    }

    /// Which symbol each length in a dynamic block's head belongs to.
    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  }
#endif

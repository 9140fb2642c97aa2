/// Which characters stand beside each other in some piece: a text can be cut everywhere else without any change to its tokens.
struct AdjacentCharacters: Sendable {
  /// A bit for each pair of ASCII characters.
  private var ascii = [UInt64](repeating: 0, count: 128 * 2)
  /// The other pairs, in open addressing; 0 is free.
  private var others: [UInt64]
  private let mask: Int

  /// - Throws: ``TokenizerFault/slowToSearch``.
  init(of vocabulary: Vocabulary) throws(TokenizerFault) {
    var pairs: Set<UInt64> = []
    for token in 0..<Int32(vocabulary.count) where vocabulary.canOccur(token) {
      let piece = Array(vocabulary.piece(of: token))
      var previous: UInt32?
      var offset = 0
      while offset < piece.count {
        let (scalar, length) = Self.character(in: piece.span, at: offset)
        offset += length
        if let previous {
          if previous < 128, scalar < 128 {
            ascii[Int(previous) * 2 + Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
          } else {
            pairs.insert(Self.key(previous, scalar))
          }
        }
        previous = scalar
      }
    }
    var size = 16
    while size < 2 * pairs.count { size *= 2 }
    others = Array(repeating: 0, count: size)
    mask = size - 1
    for pair in pairs {
      var slot = Self.hash(pair) & mask
      var taken = 0
      while others[slot] != 0 {
        taken += 1
        guard taken < Vocabulary.mostTakenSlots else { throw .slowToSearch }
        slot = (slot + 1) & mask
      }
      others[slot] = pair
    }
  }

  /// Whether some piece has these two characters beside each other.
  @inline(__always)
  func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    if first < 128, second < 128 {
      return ascii[Int(first) * 2 + Int(second >> 6)] >> UInt64(second & 63) & 1 == 1
    }
    let pair = Self.key(first, second)
    var slot = Self.hash(pair) & mask
    while others[slot] != 0 {
      if others[slot] == pair { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// The character at an offset and its length: the bytes of a character as one number, which are not the same for two.
  @inline(__always)
  static func character(in text: Span<UInt8>, at offset: Int) -> (character: UInt32, length: Int) {
    let byte = text[offset]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, text.count - offset)
    var character = UInt32(byte)
    for index in 1..<max(length, 1) { character = character << 8 | UInt32(text[offset + index]) }
    return (character, length)
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  private static func hash(_ pair: UInt64) -> Int {
    Vocabulary.slot(of: pair &* 0x9E37_79B9_7F4A_7C15)
  }
}

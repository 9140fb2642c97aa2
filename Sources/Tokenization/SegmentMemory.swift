/// How many tokens short texts have that were counted before.
struct SegmentMemory: ~Copyable {
  /// The bytes of a text of at most 24.
  struct Key: Equatable {
    private(set) var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private(set) var length = 0

    /// Adds the bytes of a character, the last in its lowest bits.
    @inline(__always)
    mutating func add(_ character: UInt32, length added: Int) {
      length += added
      guard length <= 24 else { return }
      let bits = UInt64(8 * added)
      words.2 = words.2 << bits | words.1 >> (64 - bits)
      words.1 = words.1 << bits | words.0 >> (64 - bits)
      words.0 = words.0 << bits | UInt64(character)
    }

    static func == (left: Key, right: Key) -> Bool {
      left.words == right.words && left.length == right.length
    }

    /// Where it is remembered.
    @inline(__always)
    fileprivate var slot: Int {
      let mixed =
        (words.0 &* 0x9E37_79B9_7F4A_7C15) ^ (words.1 &* 0xD6E8_FEB8_6659_FD93)
        ^ (words.2 &* 0xA076_1D64_78BD_642F)
      return Int(truncatingIfNeeded: (mixed ^ (mixed >> 29)) & 0x7FFF)
    }

    /// Whether it is all of its text.
    fileprivate var isWhole: Bool { length <= 24 }
  }

  private var keys = [Key](repeating: Key(), count: 1 << 15)
  private var counts = [UInt8](repeating: 0, count: 1 << 15)

  /// How many tokens a text has; nil if that is not known.
  @inline(__always)
  func count(of key: Key) -> Int? {
    guard key.isWhole else { return nil }
    let slot = key.slot
    return keys[slot] == key ? Int(counts[slot]) : nil
  }

  /// Remembers a count in place of another text's.
  mutating func remember(_ count: Int, for key: Key) {
    guard key.isWhole, let count = UInt8(exactly: count) else { return }
    keys[key.slot] = key
    counts[key.slot] = count
  }
}

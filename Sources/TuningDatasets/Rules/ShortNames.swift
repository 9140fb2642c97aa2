import JSONLines

/// Finds short names in ASCII by their bytes, as numbers.
///
///     image/jpeg     first  i m a g e / j p    second  e g    third  0
struct ShortNames: Sendable {
  /// The most bytes of a name.
  static let mostBytes = 24
  /// The most names.
  static let mostNames = 700

  /// The bytes of a name in words of eight, the first byte in the lowest bits.
  struct Words: Sendable, Equatable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64

    /// - Parameter name: at most ``ShortNames/mostBytes``.
    init(_ name: some Collection<UInt8>) {
      var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
      for (index, byte) in Array(name).enumerated() {
        let bits = UInt64(byte) << UInt64(index % 8 * 8)
        switch index / 8 {
        case 0: words.0 |= bits
        case 1: words.1 |= bits
        default: words.2 |= bits
        }
      }
      (first, second, third) = words
    }

    /// The content of a string as it is written, of at most ``ShortNames/mostBytes``.
    @inline(__always)
    init(_ string: StringToken, in line: LineBytes) {
      let count = string.count
      first = line.word(ofFirst: count, at: string.start)
      second = count > 8 ? line.word(ofFirst: count - 8, at: string.start + 8) : 0
      third = count > 16 ? line.word(ofFirst: count - 16, at: string.start + 16) : 0
    }

    /// A name of at most eight bytes, the first in the lowest bits.
    @inline(__always)
    init(_ word: UInt64) { (first, second, third) = (word, 0, 0) }

    /// The first bytes of an array.
    init(_ name: InlineArray<24, UInt8>, count: Int) {
      func word(from start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<8 where start + index < count {
          word |= UInt64(name[start + index]) << UInt64(8 * index)
        }
        return word
      }
      (first, second, third) = (word(from: 0), word(from: 8), word(from: 16))
    }

    fileprivate var slot: Int {
      let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ third) &* 0xBF58_476D_1CE4_E5B9
      return Int(truncatingIfNeeded: mixed >> 54)
    }
  }

  private var names: ContiguousArray<Words> = []
  /// The number of a name, plus one, at its slot or after it; 0 in an empty slot.
  private var slots = ContiguousArray<UInt16>(repeating: 0, count: 1024)

  /// How many names there are; at most ``mostNames``.
  var count: Int { names.count }

  /// Adds a name and returns its number, which is that of an equal one that was added before.
  mutating func insert(_ name: Words) -> Int {
    if let number = number(of: name) { return number }
    precondition(count < Self.mostNames, "slots that are full are slow")
    var slot = name.slot
    while slots[slot] != 0 { slot = (slot + 1) & 1023 }
    names.append(name)
    slots[slot] = UInt16(count)
    return count - 1
  }

  /// The number of a name; nil for one that was not added.
  @inline(__always)
  func number(of name: Words) -> Int? {
    var slot = name.slot
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if names[number] == name { return number }
      slot = (slot + 1) & 1023
    }
    return nil
  }
}

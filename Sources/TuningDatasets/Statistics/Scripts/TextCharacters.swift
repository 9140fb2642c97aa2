import JSONLines

/// How many characters of some texts belong to each writing system, counted without any allocation.
struct TextCharacters {
  /// So many bytes are read character by character where one of eight is not plain ASCII.
  private static let stretch = 32

  private var counts = InlineArray<32, Int>(repeating: 0)
  private let table = WritingSystem.table

  /// How many characters belong to a writing system, by its number.
  subscript(number: Int) -> Int { counts[number] }

  /// Adds a text. O(length).
  mutating func add(_ text: StringToken, in line: LineBytes) {
    var offset = text.start
    while offset < text.end {
      offset = addPlain(from: offset, to: text.end, in: line)
      offset = addOthers(from: offset, to: text.end, in: line)
    }
  }

  /// Adds ASCII, eight characters at a time; returns where something else is among them, or less is left.
  private mutating func addPlain(from start: Int, to end: Int, in line: LineBytes) -> Int {
    var offset = start
    var (letters, digits) = (ByteCounts(), ByteCounts())
    while end - offset >= 8 {
      let word = line.word(ofFirst: 8, at: offset)
      guard word.isPlainASCII else { break }
      letters.add(word.letters)
      digits.add(word.digits)
      offset += 8
    }
    let (letterCount, digitCount) = (letters.finish(), digits.finish())
    counts[Int(WritingSystem.latin.rawValue)] += letterCount
    counts[Int(WritingSystem.digits.rawValue)] += digitCount
    counts[Int(WritingSystem.signs.rawValue)] += offset - start - letterCount - digitCount
    return offset
  }

  /// Adds the next characters one by one; returns where it stopped.
  private mutating func addOthers(from start: Int, to end: Int, in line: LineBytes) -> Int {
    var offset = start
    let stop = min(end, start + Self.stretch)
    while offset < stop {
      let value = line.valueOfShortScalar(at: offset)
      if value.length > 0, table[value.scalar] != WritingSystem.unknown {
        counts[Int(table[value.scalar])] += 1
        offset += value.length
        continue
      }
      var scalars = line.scalars(in: offset..<end)
      guard let (scalar, place) = scalars.next() else { return end }
      counts[WritingSystem.number(of: scalar)] += 1
      offset = place.upperBound
    }
    return offset
  }
}

extension LineBytes {
  /// The character at an offset of a text that was read, if it has at most three bytes and no escape; the length is 0 otherwise.
  @inline(__always)
  fileprivate func valueOfShortScalar(at offset: Int) -> (scalar: Int, length: Int) {
    let first = Int(self[offset])
    if first < 0x80 { return (first, first == 0x5C ? 0 : 1) }
    let second = Int(self[offset + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = Int(self[offset + 2]) & 0x3F
    return ((first & 0x0F) << 12 | second << 6 | third, first < 0xF0 ? 3 : 0)
  }
}

/// Adds up marks in the lowest bits of the bytes of words.
private struct ByteCounts {
  private var sum = 0
  private var lanes: UInt64 = 0
  private var words = 0

  /// Adds a word whose bytes are 0 or 1.
  @inline(__always)
  mutating func add(_ marks: UInt64) {
    lanes &+= marks
    words += 1
    // A byte that counts more would carry.
    if words == 255 { fold() }
  }

  @inline(__always)
  private mutating func fold() {
    let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
    sum += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    (lanes, words) = (0, 0)
  }

  /// The sum of all.
  mutating func finish() -> Int {
    fold()
    return sum
  }
}

/// Eight characters of ASCII at a time.
extension UInt64 {
  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Whether no byte is a backslash or not ASCII.
  @inline(__always)
  fileprivate var isPlainASCII: Bool {
    // A byte that is a backslash becomes zero, and a zero borrows from its highest bit.
    let others = self ^ 0x5C5C_5C5C_5C5C_5C5C
    return ((others &- Self.ones) & ~others | self) & Self.highBits == 0
  }

  /// A one in each byte that is a letter.
  @inline(__always)
  fileprivate var letters: UInt64 {
    (self | 0x2020_2020_2020_2020).marks(from: UInt8(ascii: "a"), to: UInt8(ascii: "z"))
  }

  /// A one in each byte that is a digit.
  @inline(__always)
  fileprivate var digits: UInt64 { marks(from: UInt8(ascii: "0"), to: UInt8(ascii: "9")) }

  /// A one in each byte that is in a range; none has its highest bit set, so no sum carries.
  @inline(__always)
  private func marks(from first: UInt8, to last: UInt8) -> UInt64 {
    let notBelow = self &+ Self.ones &* UInt64(0x80 - first)
    let above = self &+ Self.ones &* UInt64(0x7F - last)
    return (notBelow & ~above & Self.highBits) >> 7
  }
}

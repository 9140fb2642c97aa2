import JSONLines

/// Finds fields by the bytes of their keys.
///
/// A key is compared by its length, its first eight bytes and its last eight:
///
///     generationConfig     first  g e n e r a t i     last  o n C o n f i g
///
/// which is all of it up to 16 bytes; only what is longer is read byte by byte.
struct FieldTable: Sendable {
  /// A field under one of its spellings.
  private struct Entry: Sendable {
    let field: Field
    let shape: FieldShape
    let name: StaticString
    let spelling: [UInt8]
    let pattern: KeyPattern
    /// The first eight bytes of the spelling, the first in the lowest bits; zero after its end.
    let first: UInt64
    /// The last eight bytes of a spelling that is longer than eight; zero for others.
    let last: UInt64
    let length: Int
    /// What the field is in a digest: the same for both of its spellings.
    let digestKey: UInt64
    /// The bit of this spelling, and that of the field's other one: 0 if both are the same.
    let bit: UInt64
    let otherBit: UInt64
    let isSnakeCase: Bool
    /// Whether null means no more than that the field is absent.
    let isAbsentWhenNull: Bool
    /// The byte that every value of the right type begins with; nil if there are several.
    let firstByte: UInt8?

    /// - Parameters:
    ///   - spelling: one of the field's spellings.
    ///   - hasOther: whether the field has two.
    ///   - index: the index of the field in its message.
    init(
      _ field: FieldDescription, _ spelling: String, isSnakeCase: Bool, hasOther: Bool, index: Int
    ) {
      let bytes = Array(spelling.utf8)
      let bit: UInt64 = 1 << UInt64(2 * index + (isSnakeCase ? 1 : 0))
      (self.field, shape, name) = (field.field, field.shape, field.name)
      self.spelling = bytes
      pattern = KeyPattern(spelling)
      first = Self.word(bytes.prefix(8))
      last = bytes.count > 8 ? Self.word(bytes.suffix(8)) : 0
      length = bytes.count
      digestKey = Array("\(field.name)".utf8).reduce(0x9E37_79B9_7F4A_7C15) {
        ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
      }
      self.bit = bit
      otherBit = !hasOther ? 0 : isSnakeCase ? bit >> 1 : bit << 1
      self.isSnakeCase = isSnakeCase
      isAbsentWhenNull = !field.field.isRequired && !field.shape.holdsNull
      firstByte = field.shape.kind?.firstByte
    }

    /// At most eight bytes as a number, the first in its lowest bits.
    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The table; it is the same for every reader.
  static let shared = FieldTable()

  private let entries: ContiguousArray<Entry>
  /// Where each message's entries begin; one more for the end of the last.
  private let starts: ContiguousArray<Int>
  /// What each message's spellings look like at a glance: most unknown keys do not.
  private let glances: ContiguousArray<Glance>
  /// The entries of each message's fields that carry training content, each under one spelling.
  private let contentEntries: ContiguousArray<ContiguousArray<Int>>

  /// A bit for each length, and one for each first byte, which are all small letters.
  private struct Glance {
    var lengths: UInt64 = 0
    var firstBytes: UInt64 = 0

    mutating func add(length: Int, first: UInt8) {
      lengths |= 1 << UInt64(length)
      firstBytes |= 1 << UInt64(first &- UInt8(ascii: "a"))
    }

    func mayBe(length: Int, first: UInt8) -> Bool {
      lengths & 1 << UInt64(length) != 0 && firstBytes & 1 << UInt64(first &- UInt8(ascii: "a")) != 0
    }
  }

  init() {
    var entries: ContiguousArray<Entry> = []
    var starts: ContiguousArray<Int> = []
    for message in MessageType.allCases {
      starts.append(entries.count)
      let fields = message.fields
      // Two bits a field, one for each spelling.
      precondition(fields.count <= 32)
      let snakeCase = fields.map { Self.snakeCase($0.name) }
      for (index, field) in fields.enumerated() {
        let hasOther = snakeCase[index].utf8.count > field.name.utf8CodeUnitCount
        entries.append(Entry(field, "\(field.name)", isSnakeCase: false, hasOther: hasOther, index: index))
      }
      for (index, field) in fields.enumerated()
      where snakeCase[index].utf8.count > field.name.utf8CodeUnitCount {
        entries.append(Entry(field, snakeCase[index], isSnakeCase: true, hasOther: true, index: index))
      }
    }
    starts.append(entries.count)
    self.entries = entries
    self.starts = starts
    contentEntries = ContiguousArray(
      MessageType.allCases.map { message in
        let start = starts[Int(message.rawValue)]
        let names = message.contentFields
        return ContiguousArray(
          message.fields.indices.filter { names.contains("\(message.fields[$0].name)") }.map { start + $0 })
      })
    glances = ContiguousArray(
      zip(starts, starts.dropFirst()).map { start, end in
        entries[start..<end].reduce(into: Glance()) { $0.add(length: $1.length, first: $1.spelling[0]) }
      })
  }

  /// `fileUri` as `file_uri`.
  static func snakeCase(_ name: StaticString) -> String {
    var snake: [UInt8] = []
    snake.reserveCapacity(2 * name.utf8CodeUnitCount)
    for byte in Array("\(name)".utf8) {
      let isUpperCase = byte &- UInt8(ascii: "A") < 26
      if isUpperCase { snake.append(UInt8(ascii: "_")) }
      snake.append(isUpperCase ? byte | 0x20 : byte)
    }
    return String(decoding: snake, as: UTF8.self)
  }

  /// How many entries there are.
  var count: Int { entries.count }

  /// The index of the entry for a key; nil for a field that the message does not have.
  func find(_ key: StringToken, of message: MessageType, in line: LineBytes) -> Int? {
    if key.traits.contains(.hasEscape) { return find(line.unescaped(key), of: message) }
    let mayBeHere = glances[Int(message.rawValue)].mayBe(length: key.count, first: line[key.start])
    guard mayBeHere else { return nil }
    let first = line.word(ofFirst: key.count, at: key.start)
    let last = key.count > 8 ? line.word(ofFirst: 8, at: key.end - 8) : 0
    for index in indices(of: message) where matches(index, first, last, key, line) { return index }
    return nil
  }

  /// The index of the field with training content that an unknown key is probably meant for: they differ in one letter
  /// at most, or only in case. Nil for any other key. Nothing is allocated, since every line may have the key.
  func contentField(meantBy key: StringToken, of message: MessageType, in line: LineBytes) -> Int? {
    guard let written = FoldedName(key, in: line) else { return nil }
    for index in contentEntries[Int(message.rawValue)] where written.isSlip(of: entries[index].spelling) {
      return index
    }
    return nil
  }

  /// The spelling that an entry is for.
  func pattern(of index: Int) -> KeyPattern { entries[index].pattern }

  /// What the decoder does with a field.
  func field(of index: Int) -> Field { entries[index].field }

  /// What a field contains.
  func shape(of index: Int) -> FieldShape { entries[index].shape }

  /// The name of a field in camelCase.
  func name(of index: Int) -> StaticString { entries[index].name }

  /// The name of a field in the spelling that the entry is for.
  func spelling(of index: Int) -> String { String(decoding: entries[index].spelling, as: UTF8.self) }

  /// Writes that name.
  func write(spellingOf index: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: entries[index].spelling)
  }

  /// What a field is in a digest.
  @inline(__always)
  func digestKey(of index: Int) -> UInt64 { entries[index].digestKey }

  /// The bit of a spelling, and that of the field's other one: 0 if both are the same.
  func bits(of index: Int) -> (own: UInt64, other: UInt64) { (entries[index].bit, entries[index].otherBit) }

  /// Whether a spelling is in snake_case and differs from the other one.
  func isSnakeCase(_ index: Int) -> Bool { entries[index].isSnakeCase }

  /// Whether null means no more than that a field is absent.
  func isAbsentWhenNull(_ index: Int) -> Bool { entries[index].isAbsentWhenNull }

  /// Whether a value that begins with a byte has the right type, as far as the byte tells.
  func mayHold(_ firstByte: UInt8, at index: Int) -> Bool {
    entries[index].firstByte.map { $0 == firstByte } ?? true
  }

  /// The entry of a spelling that a message has.
  func index(of spelling: String, in message: MessageType) -> Int {
    for index in indices(of: message) where entries[index].spelling.elementsEqual(spelling.utf8) {
      return index
    }
    preconditionFailure("\(message) has no field \(spelling)")
  }

  /// The entries of a message, at least one.
  func indices(of message: MessageType) -> Range<Int> {
    starts[Int(message.rawValue)]..<starts[Int(message.rawValue) + 1]
  }

  private func matches(
    _ index: Int, _ first: UInt64, _ last: UInt64, _ key: StringToken, _ line: LineBytes
  ) -> Bool {
    guard entries[index].first == first, entries[index].last == last, entries[index].length == key.count
    else {
      return false
    }
    var offset = 8
    while offset < key.count - 8 {
      guard entries[index].spelling[offset] == line[key.start + offset] else { return false }
      offset += 1
    }
    return true
  }

  private func find(_ name: [UInt8], of message: MessageType) -> Int? {
    indices(of: message).first { entries[$0].spelling == name }
  }

  /// All spellings of a message's fields.
  func spellings(of message: MessageType) -> [String] {
    entries[indices(of: message)].map { String(decoding: $0.spelling, as: UTF8.self) }
  }
}

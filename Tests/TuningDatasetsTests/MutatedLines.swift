import TestSupport

/// Lines of realistic data, damaged a little: the same ones for the same seed. None holds a line feed.
struct MutatedLines: RandomNumberGenerator {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  /// A line of ours, unharmed or with up to three changes.
  mutating func line() -> [UInt8] {
    var line = pick(Self.sound)
    for _ in 0..<pick([0, 1, 1, 1, 1, 2]) { change(&line) }
    return line.map { $0 == 0x0A ? 0x20 : $0 }
  }

  /// Bytes at random, or the pieces that JSON is made of.
  mutating func noise() -> [UInt8] {
    let length = Int.random(in: 0...60, using: &self)
    let bytes: [UInt8] =
      Bool.random(using: &self)
      ? (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &self) }
      : (0..<length / 3).flatMap { _ in pick(Self.pieces) }
    return bytes.map { $0 == 0x0A ? 0x20 : $0 }
  }

  /// Another line with the fields of an example, any of which may hold anything.
  mutating func example() -> [UInt8] { Array(message("example").utf8) }

  // MARK: Changes

  private mutating func pick<Element>(_ elements: [Element]) -> Element { generator.pick(elements) }

  private mutating func change(_ line: inout [UInt8]) {
    let place = Int.random(in: 0...line.count, using: &self)
    let length = min(Int.random(in: 1...12, using: &self), line.count - place)
    let range = place..<place + length
    switch Int.random(in: 0..<12, using: &self) {
    case 0 where length > 0: line[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
    case 1 where length > 0: line[place] = UInt8.random(in: .min ... .max, using: &self)
    case 2 where length > 0: line[place] = pick(Self.structure)
    case 3: line.insert(pick(Self.structure), at: place)
    case 4: line.insert(contentsOf: pick(Self.pieces), at: place)
    case 5: line.insert(contentsOf: line[range], at: place)
    case 6: line.removeSubrange(range)
    case 7...10: change(wordOf: &line, from: place)
    default: cutOrSwap(&line, at: place)
    }
  }

  /// Puts something into a text, most of which is harmless: accepted lines must be damaged ones too.
  private mutating func change(wordOf line: inout [UInt8], from place: Int) {
    guard let space = line[place...].firstIndex(of: 0x20) else { return }
    line.insert(contentsOf: pick(Self.insertions), at: space)
  }

  private mutating func cutOrSwap(_ line: inout [UInt8], at place: Int) {
    if Int.random(in: 0..<3, using: &self) == 0 {
      line.removeSubrange(place...)
    } else if !line.isEmpty {
      line.swapAt(min(place, line.count - 1), Int.random(in: line.indices, using: &self))
    }
  }

  // MARK: Examples

  /// A message with some of its fields, in any order, and sometimes one that it does not have.
  private mutating func message(_ name: String) -> String {
    let fields = Self.fields[name] ?? []
    var names = fields.shuffled(using: &self).prefix(pick([1, 2, 2, 3, 4]))
    // A turn mostly has both of its fields, and an example its contents, or little else would ever be looked at.
    if let first = fields.first, !names.contains(first), pick([true, true, true, false]) {
      names.append(first)
    }
    if pick(Array(repeating: false, count: 9) + [true]) { names.append(pick(Self.otherNames)) }
    let isSnakeCase = pick([false, false, true])
    return "{"
      + names.map { "\"\(isSnakeCase ? Self.snakeCase($0) : $0)\":\(value(of: $0))" }.joined(separator: ",")
      + "}"
  }

  /// What a field may hold: mostly what it should.
  private mutating func value(of field: String) -> String {
    if pick(Array(repeating: false, count: 14) + [true]) { return pick(Self.values) }
    if let texts = Self.texts[field] { return "\"\(pick(texts))\"" }
    guard Self.fields[field] != nil else { return pick(Self.values) }
    guard Self.lists.contains(field) else { return message(field) }
    return "[" + (0..<pick([0, 1, 1, 2, 3])).map { _ in message(field) }.joined(separator: ",") + "]"
  }

  private static func snakeCase(_ name: String) -> String {
    name.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
  }
}

/// Reads a regular expression of ECMA 262, as with the flag `u`, but more leniently: characters that need no escape there
/// can have one, and those that need one are themselves where they can mean nothing else.
///
/// Backreferences and assertions about what comes before or after are not supported, and neither are properties of Unicode
/// but general categories.
struct PatternParser {
  /// What is no expression, or not supported.
  struct Unsupported: Error {}

  /// How many groups can be in each other.
  private static let mostLevels = 50

  private var rest: Substring.UnicodeScalarView
  private var level = 0

  /// Reads an expression; nil if it is invalid or not supported.
  static func node(of text: String) -> PatternNode? {
    var parser = PatternParser(rest: Substring(text).unicodeScalars)
    guard let node = try? parser.alternatives(), parser.rest.isEmpty else { return nil }
    return node
  }

  private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  private mutating func pass(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func next() throws(Unsupported) -> Unicode.Scalar {
    guard let scalar = rest.popFirst() else { throw Unsupported() }
    return scalar
  }

  private mutating func alternatives() throws(Unsupported) -> PatternNode {
    level += 1
    defer { level -= 1 }
    guard level <= Self.mostLevels else { throw Unsupported() }
    var alternatives = [try sequence()]
    while pass("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func sequence() throws(Unsupported) -> PatternNode {
    var nodes: [PatternNode] = []
    while let first = rest.first, first != "|", first != ")" {
      let node = try atom()
      nodes.append(try repetition(of: node))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func atom() throws(Unsupported) -> PatternNode {
    let scalar = try next()
    switch scalar {
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case ".": return .characters(CharacterClass.lineEnds.inverted)
    case "(": return try group()
    case "[": return .characters(try characterClass())
    case "\\":
      if pass("b") { return .assertion(.wordBoundary) }
      if pass("B") { return .assertion(.noWordBoundary) }
      return .characters(try escape(inClass: false))
    case "*", "+", "?": throw Unsupported()
    default: return .characters(CharacterClass(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func group() throws(Unsupported) -> PatternNode {
    if pass("?") {
      if pass("<") {
        // A name; anything else there looks behind.
        while let scalar = rest.first, scalar != ">" {
          guard scalar.properties.isXIDContinue || scalar == "$" else { throw Unsupported() }
          rest.removeFirst()
        }
        guard pass(">") else { throw Unsupported() }
      } else if !pass(":") {
        throw Unsupported()
      }
    }
    let node = try alternatives()
    guard pass(")") else { throw Unsupported() }
    return node
  }

  private mutating func repetition(of node: PatternNode) throws(Unsupported) -> PatternNode {
    var bounds: (least: Int, most: Int?)
    if pass("*") {
      bounds = (0, nil)
    } else if pass("+") {
      bounds = (1, nil)
    } else if pass("?") {
      bounds = (0, 1)
    } else if let counted = countedBounds() {
      bounds = counted
    } else {
      return node
    }
    if case .assertion = node { throw Unsupported() }
    if let most = bounds.most, most < bounds.least { throw Unsupported() }
    // Whether as much or as little as possible is taken does not change whether there is a match.
    _ = pass("?")
    if let first = rest.first, "*+?".unicodeScalars.contains(first) { throw Unsupported() }
    return .repetition(node, least: bounds.least, most: bounds.most)
  }

  /// Passes `{2}`, `{2,}` or `{2,3}`; if something else comes next, nothing is passed.
  private mutating func countedBounds() -> (least: Int, most: Int?)? {
    var ahead = self
    guard ahead.pass("{"), let least = ahead.number() else { return nil }
    var most: Int? = least
    if ahead.pass(",") { most = ahead.number() }
    guard ahead.pass("}") else { return nil }
    self = ahead
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = rest.first, scalar.value &- 0x30 < 10 {
      value = min(1_000_000, 10 * (value ?? 0) + Int(scalar.value - 0x30))
      rest.removeFirst()
    }
    return value
  }

  // MARK: Characters

  private mutating func characterClass() throws(Unsupported) -> CharacterClass {
    var set = CharacterClass()
    let isInverted = pass("^")
    while !pass("]") {
      let first = try classMember()
      guard rest.first == "-", rest.dropFirst().first != "]", let lower = first.single else {
        guard set.formUnion(first) else { throw Unsupported() }
        continue
      }
      rest.removeFirst()
      let last = try classMember()
      if let upper = last.single {
        guard lower <= upper else { throw Unsupported() }
        set.insert(lower...upper)
      } else {
        set.insert(lower...lower)
        set.insert(0x2D...0x2D)
        guard set.formUnion(last) else { throw Unsupported() }
      }
    }
    return isInverted ? set.inverted : set
  }

  private mutating func classMember() throws(Unsupported) -> CharacterClass {
    let scalar = try next()
    return scalar == "\\"
      ? try escape(inClass: true) : CharacterClass(ranges: [scalar.value...scalar.value])
  }

  private mutating func escape(inClass isInClass: Bool) throws(Unsupported) -> CharacterClass {
    let scalar = try next()
    func single(_ value: UInt32) -> CharacterClass { CharacterClass(ranges: [value...value]) }
    switch scalar {
    case "d": return .digits
    case "D": return CharacterClass.digits.inverted
    case "w": return .wordCharacters
    case "W": return CharacterClass.wordCharacters.inverted
    case "s": return .space
    case "S": return CharacterClass.space.inverted
    case "t": return single(0x09)
    case "n": return single(0x0A)
    case "v": return single(0x0B)
    case "f": return single(0x0C)
    case "r": return single(0x0D)
    case "b" where isInClass: return single(0x08)
    case "0" where rest.first.map { $0.value &- 0x30 >= 10 } ?? true: return single(0)
    case "c":
      let letter = try next()
      guard letter.isASCII, letter.properties.isAlphabetic else { throw Unsupported() }
      return single(letter.value & 0x1F)
    case "x": return single(try hexadecimal(2))
    case "u": return single(try unicodeEscape())
    case "p", "P": return try category(isInverted: scalar == "P")
    default:
      // Letters and digits mean something else, or nothing.
      guard scalar.isASCII, !scalar.properties.isAlphabetic, scalar.value &- 0x30 >= 10 else {
        throw Unsupported()
      }
      return single(scalar.value)
    }
  }

  private mutating func hexadecimal(_ count: Int) throws(Unsupported) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = Character(try next()).hexDigitValue else { throw Unsupported() }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func unicodeEscape() throws(Unsupported) -> UInt32 {
    if pass("{") {
      var value: UInt32 = 0
      while !pass("}") { value = min(0x11_0000, value << 4 | (try hexadecimal(1))) }
      guard Unicode.Scalar(value) != nil else { throw Unsupported() }
      return value
    }
    let unit = try hexadecimal(4)
    if 0xD800...0xDBFF ~= unit, pass("\\"), pass("u") {
      return 0x10000 + (unit & 0x3FF) << 10 + (try hexadecimal(4)) & 0x3FF
    }
    return unit
  }

  private mutating func category(isInverted: Bool) throws(Unsupported) -> CharacterClass {
    guard pass("{") else { throw Unsupported() }
    var name = ""
    while !pass("}") { name.unicodeScalars.append(try next()) }
    for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    guard let set = CharacterClass(category: name) else { throw Unsupported() }
    return isInverted ? set.inverted : set
  }
}

extension CharacterClass {
  /// The only character, if there is one.
  fileprivate var single: UInt32? {
    guard !isInverted, categories == 0, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}

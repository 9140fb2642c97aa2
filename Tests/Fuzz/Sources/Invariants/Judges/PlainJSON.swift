/// Judges a line of JSON as plainly as can be: scalar by scalar, everything copied. It has nothing in common with the
/// reader but the grammar.
///
/// As the reader does, it refuses keys given twice, depth over 100, numbers beyond a double, lone surrogates, a byte
/// order mark, and values that are no object.
struct PlainJSON {
  private struct Refusal: Error {}

  private static let maximumDepth = 100
  private let scalars: [Unicode.Scalar]
  private var place = 0

  /// Whether a line, given without its line feed, is good.
  static func accepts(_ line: some Collection<UInt8>) -> Bool {
    guard let text = String(validating: line, as: UTF8.self) else { return false }
    var judge = PlainJSON(scalars: Array(text.unicodeScalars))
    do {
      judge.skipSpace()
      guard judge.next == "{" else { return false }
      try judge.value(depth: 1)
      judge.skipSpace()
      return judge.next == nil
    } catch {
      return false
    }
  }

  /// How many arrays and objects are open at once in a good line, at most.
  static func levels(of line: some Collection<UInt8>) -> Int {
    var (levels, most) = (0, 0)
    var (isInString, isEscaped) = (false, false)
    for byte in line {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = isInString
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: levels += 1
      case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString: levels -= 1
      default: break
      }
      most = max(most, levels)
    }
    return most
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take() throws(Refusal) -> Unicode.Scalar {
    guard let next else { throw Refusal() }
    place += 1
    return next
  }

  private mutating func skipSpace() {
    while let next, next == " " || next == "\t" || next == "\r" { place += 1 }
  }

  /// Takes what comes next if it is `expected`.
  private mutating func takes(_ expected: Unicode.Scalar) -> Bool {
    guard next == expected else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(Refusal) {
    guard depth <= Self.maximumDepth || next != "{" && next != "[" else { throw Refusal() }
    switch try take() {
    case "{": try members(depth: depth)
    case "[": try elements(depth: depth)
    case "\"": _ = try string()
    case "t": try word("rue")
    case "f": try word("alse")
    case "n": try word("ull")
    default:
      place -= 1
      try number()
    }
  }

  private mutating func members(depth: Int) throws(Refusal) {
    // Strings that look the same may be different keys, so it is the scalars that are compared.
    var keys: Set<[Unicode.Scalar]> = []
    skipSpace()
    if takes("}") { return }
    repeat {
      skipSpace()
      guard takes("\""), keys.insert(try string()).inserted else { throw Refusal() }
      skipSpace()
      guard takes(":") else { throw Refusal() }
      skipSpace()
      try value(depth: depth + 1)
      skipSpace()
    } while takes(",")
    guard takes("}") else { throw Refusal() }
  }

  private mutating func elements(depth: Int) throws(Refusal) {
    skipSpace()
    if takes("]") { return }
    repeat {
      skipSpace()
      try value(depth: depth + 1)
      skipSpace()
    } while takes(",")
    guard takes("]") else { throw Refusal() }
  }

  private mutating func word(_ rest: String) throws(Refusal) {
    for scalar in rest.unicodeScalars where try take() != scalar { throw Refusal() }
  }

  /// Reads a string from behind its opening quote.
  private mutating func string() throws(Refusal) -> [Unicode.Scalar] {
    var content: [Unicode.Scalar] = []
    while true {
      let scalar = try take()
      switch scalar {
      case "\"": return content
      case "\\": content.append(try escape())
      default:
        guard scalar.value >= 0x20 else { throw Refusal() }
        content.append(scalar)
      }
    }
  }

  private mutating func escape() throws(Refusal) -> Unicode.Scalar {
    switch try take() {
    case "\"": return "\""
    case "\\": return "\\"
    case "/": return "/"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let first = try fourDigits()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard first < 0xDC00, takes("\\"), takes("u") else { throw Refusal() }
      let second = try fourDigits()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw Refusal() }
      return scalar
    default: throw Refusal()
    }
  }

  private mutating func fourDigits() throws(Refusal) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let scalar = try take()
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { throw Refusal() }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func number() throws(Refusal) {
    let start = place
    _ = takes("-")
    if !takes("0") { try digits() }
    if takes(".") { try digits() }
    if takes("e") || takes("E") {
      if !takes("+") { _ = takes("-") }
      try digits()
    }
    let text = String(String.UnicodeScalarView(scalars[start..<place]))
    guard let value = Double(text), value.isFinite else { throw Refusal() }
  }

  private mutating func digits() throws(Refusal) {
    let start = place
    while let next, ("0"..."9").contains(next) { place += 1 }
    guard place > start else { throw Refusal() }
  }
}

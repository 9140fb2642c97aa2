/// Sets of ASCII characters that a piece of a name can have.
struct NameCharacters: OptionSet {
  let rawValue: Int

  static let lowerCase = NameCharacters(rawValue: 1)
  static let upperCase = NameCharacters(rawValue: 2)
  static let digits = NameCharacters(rawValue: 4)
  static let hyphens = NameCharacters(rawValue: 8)
  static let underscores = NameCharacters(rawValue: 16)
  static let dots = NameCharacters(rawValue: 32)
  /// Everything that ASCII prints, without the space.
  static let printed = NameCharacters(rawValue: 64)

  /// Whether a byte is a character of these sets.
  func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z") where contains(.lowerCase): true
    case UInt8(ascii: "A")...UInt8(ascii: "Z") where contains(.upperCase): true
    case UInt8(ascii: "0")...UInt8(ascii: "9") where contains(.digits): true
    case UInt8(ascii: "-") where contains(.hyphens): true
    case UInt8(ascii: "_") where contains(.underscores): true
    case UInt8(ascii: ".") where contains(.dots): true
    case UInt8(ascii: "!")...UInt8(ascii: "~"): contains(.printed)
    default: false
    }
  }

  /// The sets in words, joined by a conjunction.
  func words(joinedBy conjunction: String) -> String {
    var words: [String] = []
    if isSuperset(of: [.lowerCase, .upperCase]) {
      words.append("letters from a to z")
    } else if contains(.lowerCase) {
      words.append("lower-case letters from a to z")
    }
    if contains(.digits) { words.append("digits") }
    if contains(.hyphens) { words.append("hyphens") }
    if contains(.underscores) { words.append("underscores") }
    if contains(.dots) { words.append("dots") }
    if contains(.printed) { words.append("ASCII letters, digits and signs") }
    guard let last = words.popLast() else { return "" }
    return words.isEmpty ? last : "\(words.joined(separator: ", ")) \(conjunction) \(last)"
  }
}

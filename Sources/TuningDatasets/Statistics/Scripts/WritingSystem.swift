/// A writing system of characters, or what else characters are.
public enum WritingSystem: UInt8, Sendable, CaseIterable {
  case latin, greek, cyrillic, armenian, georgian, hebrew, arabic, ethiopic, devanagari, bengali, gurmukhi,
    gujarati, tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan, myanmar, khmer, hangul
  /// Hiragana and Katakana.
  case kana
  case han
  /// Letters and marks of any other script.
  case otherLetters
  case digits
  case emoji
  /// Spaces, punctuation and other signs.
  case signs

  /// The word for it in output for programs.
  public var name: String {
    switch self {
    case .otherLetters: "otherLetters"
    default: "\(self)"
    }
  }

  // MARK: Characters

  /// The writing systems of the characters below U+10000. Where it has ``unknown``, a character is looked up.
  static let table: ContiguousArray<UInt8> = {
    var table = ContiguousArray(repeating: unknown, count: 1 << 16)
    // What is most frequent in texts of several scripts: signs of Latin-1, and of Chinese and Japanese.
    for signs: ClosedRange<Int> in [
      0...0x7F, 0x80...0xA9, 0xAB...0xB9, 0xBB...0xBF, 0x2000...0x206F, 0x2190...0x22FF, 0x2500...0x25FF,
      0x3000...0x3004, 0x3008...0x3020, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
    ] {
      for value in signs { table[value] = WritingSystem.signs.rawValue }
    }
    for (system, scalars) in ranges {
      for range in scalars where range.lowerBound < 1 << 16 {
        for value in range { table[Int(value)] = system.rawValue }
      }
    }
    for value in 0x41...0x5A { table[value] = WritingSystem.latin.rawValue }
    for value in 0x61...0x7A { table[value] = WritingSystem.latin.rawValue }
    for value in 0x30...0x39 { table[value] = WritingSystem.digits.rawValue }
    return table
  }()

  /// The number of what is not in the table.
  static let unknown = UInt8.max

  /// The number of the writing system of a character. O(1) for most of them.
  @inline(__always)
  static func number(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value < 1 << 16, table[value] != unknown { return Int(table[value]) }
    return Int(lookUp(scalar).rawValue)
  }

  @inline(never)
  private static func lookUp(_ scalar: Unicode.Scalar) -> WritingSystem {
    if scalar.value >= 1 << 16 {
      for (system, scalars) in ranges where scalars.contains(where: { $0.contains(scalar.value) }) {
        return system
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark:
      return .otherLetters
    case .decimalNumber: return .digits
    default: return .signs
    }
  }
}

/// The classes of characters that an estimate of tokens tells apart.
enum CharacterClass: UInt8 {
  // Those of the table of pairs; the start of a text is the first.
  case start
  case a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z
  case upperCase, digit, space, lineFeed, tab, control
  case fullStop, comma, apostrophe, quote, hyphen, underscore, slash, colon, opening, closing, lessThan,
    greaterThan
  case mathSign, numberSign, exclamation
  /// Latin letters beyond ASCII, by the languages that they are usual in: é, ä, č, ơ.
  case latin, germanic, extendedLatin, vietnamese
  case mark, punctuation, symbol, emoji, other

  // Letters of other scripts, in the order of the table of scripts, and their marks.
  case greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati
  case odia, tamil, telugu, kannada, malayalam, sinhala, thai, lao, burmese, georgian
  case khmer, ethiopic, hangul, hiragana, katakana, han, cjkPunctuation
  case devanagariMark, bengaliMark, gurmukhiMark, gujaratiMark, odiaMark, tamilMark, teluguMark, kannadaMark
  case malayalamMark, sinhalaMark, thaiMark, burmeseMark, khmerMark, arabicMark

  /// The number of classes of the table of pairs.
  static let pairClasses = Int(Self.other.rawValue) + 1

  /// The number of all classes.
  static let count = Int(Self.arabicMark.rawValue) + 1

  /// The script of a letter or mark, and whether it is a mark; nil for the classes of the table of pairs.
  var script: (index: Int, isMark: Bool)? {
    func index(_ letter: CharacterClass) -> Int { Int(letter.rawValue - Self.greek.rawValue) }
    switch self {
    case .arabicMark: return (index(.arabic), true)
    case .devanagariMark: return (index(.devanagari), true)
    case .thaiMark: return (index(.thai), true)
    case .burmeseMark: return (index(.burmese), true)
    case .khmerMark: return (index(.khmer), true)
    case .bengaliMark, .gurmukhiMark, .gujaratiMark, .odiaMark, .tamilMark, .teluguMark, .kannadaMark,
      .malayalamMark, .sinhalaMark:
      return (index(.bengali) + Int(rawValue - Self.bengaliMark.rawValue), true)
    default: return rawValue > Self.other.rawValue ? (Int(rawValue - Self.greek.rawValue), false) : nil
    }
  }

  /// Whether it is a letter of a table of pairs that can be within a word.
  var isLetter: Bool { Self.a.rawValue...Self.z.rawValue ~= rawValue || isAccented }

  /// Whether it is a Latin letter beyond ASCII.
  var isAccented: Bool { Self.latin.rawValue...Self.vietnamese.rawValue ~= rawValue }

  /// Whether a character of it, one of the table of pairs, is surely not white space.
  var isSurelyNoSpace: Bool {
    switch self {
    case .start, .space, .lineFeed, .tab, .control, .mark, .punctuation, .symbol, .emoji, .other: false
    default: true
    }
  }

  /// The classes of ASCII.
  static let ofASCII: [CharacterClass] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      CharacterClass(rawValue: Self.a.rawValue + byte - UInt8(ascii: "a")) ?? .other
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upperCase
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    default: ofSign(byte)
    }
  }

  private static func ofSign(_ byte: UInt8) -> CharacterClass {
    switch Unicode.Scalar(byte) {
    case " ": .space
    case "\n", "\r": .lineFeed
    case "\t": .tab
    case ".": .fullStop
    case ",": .comma
    case "'": .apostrophe
    case "\"", "`": .quote
    case "-": .hyphen
    case "_": .underscore
    case "/", "\\": .slash
    case ":", ";": .colon
    case "(", "[", "{": .opening
    case ")", "]", "}": .closing
    case "<": .lessThan
    case ">": .greaterThan
    case "=", "+", "*", "&", "|", "^", "~", "%", "$": .mathSign
    case "#", "@": .numberSign
    case "!", "?": .exclamation
    default: .control
    }
  }
}

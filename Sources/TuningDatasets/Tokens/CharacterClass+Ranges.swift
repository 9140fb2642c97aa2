extension CharacterClass {
  /// The classes of the characters below ``endOfTable``, by value.
  static let table: [CharacterClass] = {
    var table = ofASCII
    for (index, range) in ranges.enumerated() {
      let end = index + 1 < ranges.count ? ranges[index + 1].first : endOfTable
      table.append(contentsOf: repeatElement(range.class, count: end - table.count))
    }
    return table
  }()

  /// The first character that is not in the table.
  static let endOfTable = 0x3200

  /// The class of a character that is not in the table.
  static func beyondTable(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0xAC00...0xD7A3: .hangul
    case 0xFF00...0xFFEF: .cjkPunctuation
    case 0xFE00...0xFE0F, 0x1F000...0x1FFFF: .emoji
    default: .other
    }
  }

  /// Where the characters of a class begin; they end where the next begin.
  private static let ranges: [(first: Int, class: CharacterClass)] = [
    (0x80, .symbol), (0xC0, .latin), (0xC4, .germanic), (0xC7, .latin), (0xD6, .germanic), (0xD7, .symbol),
    (0xD8, .germanic), (0xD9, .latin), (0xDC, .germanic), (0xDD, .latin), (0xDF, .germanic), (0xE0, .latin),
    (0xE4, .germanic), (0xE7, .latin), (0xF6, .germanic), (0xF7, .symbol), (0xF8, .germanic),
    (0xF9, .latin), (0xFC, .germanic), (0xFD, .latin), (0x100, .extendedLatin), (0x110, .vietnamese),
    (0x112, .extendedLatin), (0x1A0, .vietnamese), (0x1A2, .extendedLatin), (0x1AF, .vietnamese),
    (0x1B1, .extendedLatin), (0x250, .other), (0x300, .mark), (0x370, .greek), (0x400, .cyrillic),
    (0x530, .armenian), (0x590, .hebrew), (0x600, .arabic), (0x64B, .arabicMark), (0x660, .arabic),
    (0x670, .arabicMark), (0x671, .arabic), (0x700, .other), (0x750, .arabic), (0x780, .other),
    (0x900, .devanagariMark), (0x904, .devanagari), (0x93A, .devanagariMark), (0x950, .devanagari),
    (0x980, .bengaliMark), (0x984, .bengali), (0x9BC, .bengaliMark), (0x9D8, .bengali),
    (0xA00, .gurmukhiMark), (0xA04, .gurmukhi), (0xA3C, .gurmukhiMark), (0xA58, .gurmukhi),
    (0xA80, .gujaratiMark), (0xA84, .gujarati), (0xABC, .gujaratiMark), (0xAD8, .gujarati),
    (0xB00, .odiaMark), (0xB04, .odia), (0xB3C, .odiaMark), (0xB58, .odia), (0xB80, .tamilMark),
    (0xB84, .tamil), (0xBBC, .tamilMark), (0xBD8, .tamil), (0xC00, .teluguMark), (0xC04, .telugu),
    (0xC3C, .teluguMark), (0xC58, .telugu), (0xC80, .kannadaMark), (0xC84, .kannada), (0xCBC, .kannadaMark),
    (0xCD8, .kannada), (0xD00, .malayalamMark), (0xD04, .malayalam), (0xD3C, .malayalamMark),
    (0xD58, .malayalam), (0xD80, .sinhalaMark), (0xD84, .sinhala), (0xDBC, .sinhalaMark), (0xDD8, .sinhala),
    (0xE00, .thai), (0xE31, .thaiMark), (0xE32, .thai), (0xE34, .thaiMark), (0xE3B, .thai),
    (0xE47, .thaiMark), (0xE4F, .thai), (0xE80, .lao), (0xF00, .other), (0x1000, .burmese),
    (0x102B, .burmeseMark), (0x103F, .burmese), (0x10A0, .georgian), (0x1100, .hangul), (0x1200, .ethiopic),
    (0x1380, .other), (0x1780, .khmer), (0x17B4, .khmerMark), (0x17D4, .khmer), (0x1800, .other),
    (0x1E00, .vietnamese), (0x1F00, .greek), (0x2000, .punctuation), (0x2070, .symbol),
    (0x3000, .cjkPunctuation), (0x3040, .hiragana), (0x30A0, .katakana), (0x3100, .other),
    (0x3130, .hangul), (0x3190, .other),
  ]
}

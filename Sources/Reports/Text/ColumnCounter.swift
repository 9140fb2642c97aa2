/// Counts the columns that text fills on a terminal, scalar by scalar.
///
/// What a scalar adds depends on those before it: 👩 + joiner + 🚀 is one picture of two columns, not two
/// pictures of four, and a variation selector widens the narrow ❤ to two.
struct ColumnCounter {
  /// The last scalar that had columns of its own, and how many.
  private var base: (scalar: Unicode.Scalar, columns: Int)?
  /// Whether a zero-width joiner went just before.
  private var isJoining = false
  /// Whether a regional indicator went just before that has not found the other half of its flag.
  private var isHalfFlag = false

  /// The columns that text fills.
  static func columns(of text: String) -> Int {
    var counter = ColumnCounter()
    return text.unicodeScalars.reduce(0) { $0 + counter.columns(adding: $1) }
  }

  /// The columns that the next scalar adds.
  mutating func columns(adding scalar: Unicode.Scalar) -> Int {
    columns(adding: scalar) { Self.columns(of: scalar) }
  }

  /// The columns that the next scalar adds, given those that it has alone.
  @inline(__always)
  mutating func columns(adding scalar: Unicode.Scalar, alone: () -> Int) -> Int {
    let wasJoining = isJoining
    isJoining = scalar == "\u{200D}"
    if (0x20...0x7E).contains(scalar.value) {
      isHalfFlag = false
      base = (scalar, 1)
      return 1
    }
    if Self.isPlainLetter(scalar) {
      isHalfFlag = false
      let columns = scalar.value < 0x4E00 ? 1 : 2
      base = (scalar, columns)
      return columns
    }
    if scalar == "\u{FE0F}" { return widenBase() }
    if (0x1F1E6...0x1F1FF).contains(scalar.value) {
      isHalfFlag.toggle()
      base = (scalar, 2)
      return isHalfFlag ? 2 : 0
    }
    isHalfFlag = false
    let isModifier = (0x1F3FB...0x1F3FF).contains(scalar.value)
    if wasJoining || isModifier, let base, base.scalar.value > 0x7F, base.scalar.properties.isEmoji {
      if isModifier || scalar.properties.isEmoji { return 0 }
    }
    let columns = alone()
    if columns > 0 { base = (scalar, columns) }
    return columns
  }

  /// Whether a scalar is one of very many letters that have a width of their own and are shown as they are, which is soon
  /// told: Latin, Greek, Cyrillic, Chinese, Korean syllables.
  static func isPlainLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0x2AF, 0x391...0x3A1, 0x3B1...0x3C9, 0x400...0x482, 0x48A...0x52F: true
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Notes printable ASCII characters, each of a column.
  mutating func addPlain(_ last: Unicode.Scalar) {
    (isJoining, isHalfFlag, base) = (false, false, (last, 1))
  }

  /// What the emoji variation selector adds: a column, where a narrow emoji goes before.
  private mutating func widenBase() -> Int {
    guard let (scalar, columns) = base, columns == 1, scalar.properties.isEmoji else { return 0 }
    base = (scalar, 2)
    return 1
  }

  /// The columns of a scalar that is alone. Control characters are never shown and are not asked for.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // The vowels and finals of Hangul syllables that are written in their letters.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
    case 0x200C, 0x200D: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return scalar.properties.isEmojiPresentation || WideScalars.contains(scalar) ? 2 : 1
    }
  }
}

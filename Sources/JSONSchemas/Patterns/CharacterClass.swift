/// A set of characters, by ranges of scalars and by general categories of Unicode.
struct CharacterClass: Sendable {
  /// Ranges of scalars, in no order.
  private(set) var ranges: [ClosedRange<UInt32>] = []
  /// A bit for each general category.
  private(set) var categories: UInt32 = 0
  /// Whether the set is all that is not in those.
  var isInverted = false

  static let digits = CharacterClass(ranges: [0x30...0x39])
  static let wordCharacters = CharacterClass(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// White space and line ends, as ECMA 262 has them.
  static let space = CharacterClass(ranges: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// What `.` does not match.
  static let lineEnds = CharacterClass(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

  init(ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }

  /// The characters of a general category, by its name or its group's; nil if that is not known.
  init?(category name: String) {
    guard let categories = Self.categoriesByName[name] else { return nil }
    self.categories = categories
  }

  /// The characters that are not in a set.
  var inverted: CharacterClass {
    var other = self
    other.isInverted.toggle()
    return other
  }

  /// Adds a range.
  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }

  /// Adds the characters of another set. False if that cannot be expressed, which is so for a set of ranges and categories
  /// that is inverted.
  mutating func formUnion(_ other: CharacterClass) -> Bool {
    if !other.isInverted {
      ranges.append(contentsOf: other.ranges)
      categories |= other.categories
      return true
    }
    if other.ranges.isEmpty {
      // Every scalar has one category.
      categories |= ~other.categories
      return true
    }
    guard other.categories == 0 else { return false }
    var next: UInt32 = 0
    for range in other.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < range.lowerBound { ranges.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    ranges.append(next...0x10FFFF)
    return true
  }

  /// Whether a character is in the set. O(number of ranges).
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    for range in ranges where range.contains(scalar.value) { return !isInverted }
    if categories != 0, categories >> Self.bit(of: scalar.properties.generalCategory) & 1 == 1 {
      return !isInverted
    }
    return isInverted
  }

  // MARK: Categories

  private static let categoryNames: [(Unicode.GeneralCategory, String, String)] = [
    (.uppercaseLetter, "Lu", "Uppercase_Letter"), (.lowercaseLetter, "Ll", "Lowercase_Letter"),
    (.titlecaseLetter, "Lt", "Titlecase_Letter"), (.modifierLetter, "Lm", "Modifier_Letter"),
    (.otherLetter, "Lo", "Other_Letter"), (.nonspacingMark, "Mn", "Nonspacing_Mark"),
    (.spacingMark, "Mc", "Spacing_Mark"), (.enclosingMark, "Me", "Enclosing_Mark"),
    (.decimalNumber, "Nd", "Decimal_Number"), (.letterNumber, "Nl", "Letter_Number"),
    (.otherNumber, "No", "Other_Number"), (.connectorPunctuation, "Pc", "Connector_Punctuation"),
    (.dashPunctuation, "Pd", "Dash_Punctuation"), (.openPunctuation, "Ps", "Open_Punctuation"),
    (.closePunctuation, "Pe", "Close_Punctuation"), (.initialPunctuation, "Pi", "Initial_Punctuation"),
    (.finalPunctuation, "Pf", "Final_Punctuation"), (.otherPunctuation, "Po", "Other_Punctuation"),
    (.mathSymbol, "Sm", "Math_Symbol"), (.currencySymbol, "Sc", "Currency_Symbol"),
    (.modifierSymbol, "Sk", "Modifier_Symbol"), (.otherSymbol, "So", "Other_Symbol"),
    (.spaceSeparator, "Zs", "Space_Separator"), (.lineSeparator, "Zl", "Line_Separator"),
    (.paragraphSeparator, "Zp", "Paragraph_Separator"), (.control, "Cc", "Control"),
    (.format, "Cf", "Format"), (.surrogate, "Cs", "Surrogate"), (.privateUse, "Co", "Private_Use"),
    (.unassigned, "Cn", "Unassigned"),
  ]

  private static let groupNames = [
    "L": "Letter", "M": "Mark", "N": "Number", "P": "Punctuation", "S": "Symbol", "Z": "Separator",
    "C": "Other",
  ]

  private static let categoriesByName: [String: UInt32] = {
    var categories: [String: UInt32] = [:]
    for (index, category) in categoryNames.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      categories[category.1] = bit
      categories[category.2] = bit
      let group = String(category.1.prefix(1))
      categories[group, default: 0] |= bit
      if let name = groupNames[group] { categories[name, default: 0] |= bit }
    }
    categories["digit"] = categories["Nd"]
    categories["punct"] = categories["P"]
    return categories
  }()

  private static func bit(of category: Unicode.GeneralCategory) -> UInt32 {
    UInt32(categoryNames.firstIndex { $0.0 == category } ?? 31)
  }
}

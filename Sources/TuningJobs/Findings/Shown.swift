import Documents

/// Text of a file for a message, cut if it is long.
enum Shown {
  /// A name or a value, cut where it is long.
  static func name(_ text: String) -> String { DocumentFault.excerpt(text) }

  /// How often: `once`, `7 times`.
  static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  /// Words as a list: `a, b and c`.
  static func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

import JSONLines

/// The names of a schema's types, as numbers: nearly every name is one of them, and is found by few comparisons.
struct SchemaTypes {
  private let string = word("STRING")
  private let object = word("OBJECT")
  private let integer = word("INTEGER")
  private let number = word("NUMBER")
  private let boolean = word("BOOLEAN")
  private let array = word("ARRAY")
  private let null = word("NULL")

  /// The bytes of a name, the first in the lowest bits.
  private static func word(_ name: String) -> UInt64 {
    name.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether a string, as it is written, is one of the names.
  func contains(_ name: StringToken, in line: LineBytes) -> Bool {
    guard name.count <= 8 else { return false }
    let word = line.word(ofFirst: name.count, at: name.start)
    return word == string || word == object || word == integer || word == number || word == boolean
      || word == array || word == null
  }
}

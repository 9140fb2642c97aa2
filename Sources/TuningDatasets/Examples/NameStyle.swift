/// How names of several words are written; Google's JSON parsers take both styles.
enum NameStyle {
  /// `fileUri`
  case camelCase
  /// `file_uri`
  case snakeCase

  /// A name that is given in camelCase.
  func spelling(of name: StaticString) -> String {
    self == .camelCase ? "\(name)" : FieldTable.snakeCase(name)
  }
}

import Documents
import JSONLines
import TuningJobs

/// A JSON value that compares as Google's parsers take it: members in any order, names in either spelling, numbers by value.
indirect enum ComparableJSON: Equatable {
  case object([String: ComparableJSON])
  case array([ComparableJSON])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  init(_ value: DocumentValue) { self.init(value.content) }

  init(_ content: DocumentValue.Content) {
    switch content {
    case .object(let members):
      self = .object(
        Dictionary(uniqueKeysWithValues: members.map { (Self.snakeCase($0.name), ComparableJSON($0.value)) }))
    case .array(let elements): self = .array(elements.map(ComparableJSON.init))
    case .string(let text): self = .string(text)
    case .number(let text): self = .number(Double(text) ?? .nan)
    case .bool(let isTrue): self = .bool(isTrue)
    case .null: self = .null
    }
  }

  /// Reads a document.
  init(_ text: String) throws { self.init(try DocumentValue(parsing: Array(text.utf8))) }

  private static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

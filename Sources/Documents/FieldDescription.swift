/// A field that an object can have: its names, and when it counts.
public struct FieldDescription: Sendable {
  /// How a field is to be taken.
  public enum Presence: Sendable {
    /// It may be missing.
    case optional
    /// Without it the object is at fault.
    case required
    /// The service sets it: to give it is a fault.
    case outputOnly
  }

  /// The name, in camelCase.
  public let name: String
  /// The name in snake_case, which Google's JSON parsers take as well.
  public let snakeCaseName: String
  /// How it is to be taken.
  public let presence: Presence
  /// Whether an empty string counts as absent, as it does for those parsers.
  public let ignoresEmptyText: Bool
  /// Whether it may be what an unknown name was meant for.
  public let isSuggested: Bool

  /// Describes a field.
  public init(
    _ name: String, _ presence: Presence = .optional, ignoresEmptyText: Bool = false, isSuggested: Bool = true
  ) {
    self.name = name
    self.presence = presence
    self.ignoresEmptyText = ignoresEmptyText
    self.isSuggested = isSuggested
    snakeCaseName = name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }

  /// Whether a name is this field's: letter for letter, since to Unicode the sign of the kelvin is a K.
  ///
  /// - Parameter inEitherSpelling: whether it may be in snake_case.
  public func isNamed(_ other: String, inEitherSpelling: Bool) -> Bool {
    name.utf8.elementsEqual(other.utf8) || inEitherSpelling && snakeCaseName.utf8.elementsEqual(other.utf8)
  }
}

/// The fields that an object can have.
public struct FieldTable: Sendable {
  /// The fields, in the order in which they are most likely written.
  public let fields: [FieldDescription]
  /// The names of those that an unknown name may have been meant for.
  let suggestions: [String]

  /// Makes a table of fields with different names.
  public init(_ fields: [FieldDescription]) {
    self.fields = fields
    suggestions = fields.filter(\.isSuggested).map(\.name)
  }

  /// The place of a field in the table; one that is not before `start` is found first. O(fields).
  func index(of name: String, from start: Int, inEitherSpelling: Bool) -> Int? {
    func isNamed(_ index: Int) -> Bool { fields[index].isNamed(name, inEitherSpelling: inEitherSpelling) }
    return (start..<fields.count).first(where: isNamed) ?? (0..<start).first(where: isNamed)
  }
}

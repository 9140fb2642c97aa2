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

  /// The name, in camelCase: ASCII letters and digits.
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
    snakeCaseName = String(decoding: Self.snakeCase(name), as: UTF8.self)
  }

  private static func snakeCase(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      bytes += isUppercase ? [UInt8(ascii: "_"), byte | 0x20] : [byte]
    }
    return bytes
  }

  /// Whether a name is this field's: letter for letter, since to Unicode the sign of the kelvin is a K.
  ///
  /// - Parameter inEitherSpelling: whether it may be in snake_case.
  public func isNamed(_ other: String, inEitherSpelling: Bool) -> Bool {
    Self.areSame(name, other) || inEitherSpelling && Self.areSame(snakeCaseName, other)
  }

  /// Whether a text is this name byte for byte: no other text of as many bytes is equal to one in ASCII.
  private static func areSame(_ name: String, _ other: String) -> Bool {
    name.utf8.count == other.utf8.count && name == other
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
    fields[start...].firstIndex { $0.isNamed(name, inEitherSpelling: inEitherSpelling) }
      ?? fields[..<start].firstIndex { $0.isNamed(name, inEitherSpelling: inEitherSpelling) }
  }
}

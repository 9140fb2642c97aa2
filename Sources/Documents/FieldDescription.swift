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
    bytes.reserveCapacity(2 * name.utf8.count)
    for byte in name.utf8 {
      let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isUppercase { bytes.append(UInt8(ascii: "_")) }
      bytes.append(isUppercase ? byte | 0x20 : byte)
    }
    return bytes
  }

  /// Whether a name is this field's: letter for letter, since to Unicode the sign of the kelvin is a K.
  ///
  /// - Parameter inEitherSpelling: whether it may be in snake_case.
  public func isNamed(_ other: String, inEitherSpelling: Bool) -> Bool {
    isNamed(other.utf8Span.span, inEitherSpelling: inEitherSpelling)
  }

  /// Whether a name in UTF-8 is this field's.
  func isNamed(_ other: Span<UInt8>, inEitherSpelling: Bool) -> Bool {
    Self.areSame(name, other) || inEitherSpelling && Self.areSame(snakeCaseName, other)
  }

  private static func areSame(_ name: String, _ other: Span<UInt8>) -> Bool {
    let name = name.utf8Span.span
    guard name.count == other.count else { return false }
    for index in name.indices where name[index] != other[index] { return false }
    return true
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
  func index(of name: Span<UInt8>, from start: Int, inEitherSpelling: Bool) -> Int? {
    // In the order of the table, most names are found at once.
    for index in start..<fields.count where fields[index].isNamed(name, inEitherSpelling: inEitherSpelling) {
      return index
    }
    for index in 0..<start where fields[index].isNamed(name, inEitherSpelling: inEitherSpelling) {
      return index
    }
    return nil
  }
}

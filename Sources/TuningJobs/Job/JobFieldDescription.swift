import Documents

/// A description of a field of a job file, without its value.
struct JobFieldDescription: Sendable {
  /// What a field contains.
  indirect enum Shape: Sendable {
    case string
    /// The path of a local file.
    case path
    /// A whole number, which may be written as a string: 3, "3" and 3.0 are the same.
    case integer
    /// A number, which may be written as a string.
    case number
    case boolean
    /// A value of an enumeration, by name or number.
    case enumeration
    case object([JobFieldDescription])
    /// Strings by name.
    case stringMap
    /// An object: what it contains is for the service to judge.
    case anyObject
    /// Anything: what it contains is for the service to judge.
    case anything
  }

  /// How a field is treated.
  enum Status: Sendable {
    case input, outputOnly, forOpenModels, otherMethod
  }

  let field: FieldDescription
  let shape: Shape
  /// The purpose of the field, in a sentence.
  let summary: String
  let status: Status

  init(_ name: String, _ shape: Shape, _ summary: String, _ status: Status = .input) {
    // Google's JSON parsers take an empty string as absent; a path of ours that is empty is a mistake.
    let ignoresEmptyText = if case .string = shape { true } else { false }
    field = FieldDescription(
      name, status == .outputOnly ? .outputOnly : .optional, ignoresEmptyText: ignoresEmptyText,
      isSuggested: status == .input)
    self.shape = shape
    self.summary = summary
    self.status = status
  }

  /// The name in camelCase.
  var name: String { field.name }
}

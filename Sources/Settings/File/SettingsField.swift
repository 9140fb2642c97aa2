import Documents

/// A field of a settings file: what it sets, and how editors are told of it.
struct SettingsField<Target: Sendable>: Sendable {
  let description: SettingsFieldDescription
  let field: DocumentField<Target>

  /// Describes a field and how its value is read.
  init(
    _ name: String, _ shape: SettingsFieldDescription.Shape, _ summary: String, isRequired: Bool = false,
    _ set: @escaping DocumentField<Target>.Setter
  ) {
    description = SettingsFieldDescription(name: name, shape: shape, summary: summary, isRequired: isRequired)
    field = DocumentField(FieldDescription(name, isRequired ? .required : .optional), set)
  }
}

/// The fields of an object in a settings file.
struct SettingsFields<Target: Sendable>: Sendable {
  let descriptions: [SettingsFieldDescription]
  let fields: DocumentFields<Target>

  init(_ fields: [SettingsField<Target>]) {
    descriptions = fields.map(\.description)
    self.fields = DocumentFields(fields.map(\.field))
  }
}

/// A field of a settings file without its value.
struct SettingsFieldDescription: Sendable {
  /// What a field contains.
  indirect enum Shape: Sendable {
    case string
    case choice([String])
    case number(ClosedRange<Int>)
    /// A path, or a list of paths.
    case paths
    /// Patterns of paths; at least one.
    case patterns
    /// Codes, prefixes of codes, names, or `ALL`.
    case rules
    /// Severities by codes, prefixes, names, or `ALL`.
    case severities
    case object([SettingsFieldDescription])
    case objects([SettingsFieldDescription])
  }

  let name: String
  let shape: Shape
  /// The purpose of the field, in a sentence.
  let summary: String
  let isRequired: Bool
}

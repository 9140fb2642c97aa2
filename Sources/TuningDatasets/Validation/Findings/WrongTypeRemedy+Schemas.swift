import JSONLines

/// What to write in place of what function declarations and videos contain.
extension WrongTypeRemedy {
  /// The remedy for a value that should be something other than a JSON type; nil for a JSON type.
  var remedyBeyondKind: String? {
    switch expected {
    case .kind: nil
    case .schema: remedyForSchema
    case .schemaType(let areOfParameters) where found == .array:
      """
      write one type, with "nullable": true if the value may be null, or move the schema to \
      '\(style.spelling(of: OpenSchemas.jsonSchemaField(ofParameters: areOfParameters)))', which takes JSON Schema
      """
    case .schemaType: #"write the type as a string, such as "STRING""#
    case .duration: #"write the seconds as a string that ends in s, such as "5s""#
    case .integer: "write a whole number"
    }
  }

  private var remedyForSchema: String {
    guard case .field(let index) = value else { return #"write a schema, such as {"type": "STRING"}"# }
    return switch "\(FieldTable.shared.name(of: index))" {
    case "parameters": #"write a schema, such as {"type": "OBJECT", "properties": {…}}"#
    case "items": "write one schema, that of all items"
    default: #"write a schema, such as {"type": "STRING"}"#
    }
  }

  /// Whether the value says whether a property is required, as schemas of other kinds do.
  var saysWhetherRequired: Bool {
    guard case .field(let index) = value, found == .boolean else { return false }
    return "\(FieldTable.shared.name(of: index))" == "required"
  }
}

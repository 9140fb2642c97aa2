import JSONLines

extension ShapeFault.Expectation {
  /// What should be there, in a message.
  var name: String {
    switch self {
    case .kind(let kind): kind.name
    case .schema: "an object"
    case .schemaType: "a string"
    case .duration: #"a duration such as "5s""#
    case .integer: "a whole number of at most 64 bits"
    }
  }

  /// What to write instead of a value that was found; names of fields are written in the style of the line.
  func remedy(for value: ShapeFault.Value, _ found: JSONKind, _ style: NameStyle) -> String {
    switch (self, found) {
    case (.schema, _): Self.schema(for: value.fieldName)
    case (.schemaType(let field), .array): Self.oneType(or: style.spelling(of: field))
    case (.schemaType, _): #"write the type as a string, such as "STRING""#
    case (.duration, _): #"write the seconds as a string that ends in s, such as "5s""#
    case (.integer, _): "write a number without a fraction"
    case (.kind(.object), _): Self.object(for: value, found, style)
    case (.kind(.array), .object): "put the object in an array"
    case (.kind(.array), _): Self.array(for: value.fieldName, found)
    case (.kind(.string), .number), (.kind(.string), .boolean): "put the value in double quotes"
    case (.kind(.boolean), .string): "write true or false, without quotes"
    case (.kind, _): "change the value to \(name)"
    }
  }

  private static func schema(for field: String?) -> String {
    switch field {
    case "parameters": #"write a schema, such as {"type": "OBJECT", "properties": {…}}"#
    case "items": "write one schema, that of all items"
    default: #"write a schema, such as {"type": "STRING"}"#
    }
  }

  private static func object(for value: ShapeFault.Value, _ found: JSONKind, _ style: NameStyle) -> String {
    if case .element(let list, _) = value, found == .string {
      if "\(list)" == "contents" { return #"write {"role": …, "parts": [{"text": …}]}"# }
      if "\(list)" == "parts" { return #"write {"text": …}"# }
    }
    return switch (value.fieldName, found) {
    case ("args", .string): "parse the string, and write the object that it contains"
    case ("args", _): "write an object, with the names of the parameters as keys"
    case ("response", .string):
      #"parse the string if it contains an object, or wrap it, as in {"output": …}"#
    case ("response", _): #"wrap the value, as in {"output": …}"#
    case ("systemInstruction", .string): #"write {"parts": [{"text": …}]}"#
    case ("fileData", .string):
      #"write {"\#(style.spelling(of: "mimeType"))": …, "\#(style.spelling(of: "fileUri"))": …}"#
    default: "change the value to an object"
    }
  }

  private static func array(for field: String?, _ found: JSONKind) -> String {
    switch (field, found) {
    case ("required", .boolean): "list the required properties in 'required' of the object that has them"
    case ("contents", .string): #"write a list of turns, as in [{"role": …, "parts": [{"text": …}]}]"#
    case ("parts", .string): #"write a list of parts, as in [{"text": …}]"#
    case (.some, .string): "put the string in an array"
    default: "change the value to an array"
    }
  }

  private static func oneType(or jsonSchemaField: String) -> String {
    """
    write one type, with "nullable": true if the value may be null, or move the schema to '\(jsonSchemaField)', \
    which takes JSON Schema
    """
  }
}

extension ShapeFault.Value {
  /// The name of the field, if it is the value of one.
  fileprivate var fieldName: String? {
    if case .field(let name) = self { "\(name)" } else { nil }
  }
}

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

  /// The JSON type of what should be there.
  var kind: JSONKind {
    switch self {
    case .kind(let kind): kind
    case .schema: .object
    case .schemaType, .duration: .string
    case .integer: .number
    }
  }
}

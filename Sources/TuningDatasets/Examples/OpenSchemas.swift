/// The schemas around what is being read.
struct OpenSchemas {
  /// All of them; each is in the one before, the first in a function declaration.
  var count = 0
  /// Those that are values of a map, such as `properties`.
  var entries = 0
  /// Whether they describe the parameters of the function, not what it returns.
  var areOfParameters = true

  /// The field of a declaration that takes the same in JSON Schema.
  static func jsonSchemaField(ofParameters areOfParameters: Bool) -> StaticString {
    areOfParameters ? "parametersJsonSchema" : "responseJsonSchema"
  }
}

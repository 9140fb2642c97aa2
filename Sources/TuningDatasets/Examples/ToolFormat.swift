import JSONLines

/// How other services write a function that the model may call, in the list of tools.
enum ToolFormat: Sendable {
  /// `{"type": "function", "function": {"name": …, "parameters": …}}`, or the fields of the inner object beside `type`.
  case openAI
  /// `{"name": …, "input_schema": …}`
  case anthropic
  /// `{"toolSpec": {"name": …, "inputSchema": …}}`
  case bedrock
  /// `{"name": …, "parameters": …}`: a declaration as Gemini has it, but not in `functionDeclarations`.
  case bareDeclaration

  /// The format of a tool, by its unknown fields, and the key that tells it; nil if they are of no format.
  static func recognize(
    _ fields: ContiguousArray<ExampleDecoder.UnknownField>, in line: LineBytes
  ) -> (ToolFormat, key: StringToken)? {
    func key(_ name: String, ofObject: Bool = false) -> StringToken? {
      for field in fields where field.isObject || !ofObject {
        if line.string(field.key, equals: name) { return field.key }
      }
      return nil
    }
    if let function = key("function", ofObject: true) { return (.openAI, function) }
    if let specification = key("toolSpec", ofObject: true) { return (.bedrock, specification) }
    guard let name = key("name") else { return nil }
    if key("input_schema") != nil { return (.anthropic, name) }
    if key("type") != nil { return (.openAI, name) }
    return key("parameters") != nil || key("description") != nil ? (.bareDeclaration, name) : nil
  }
}

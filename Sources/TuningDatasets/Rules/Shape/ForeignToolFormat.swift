import Diagnostics

/// TK316: tools in the format of another service; see ``ToolFormat``.
enum ForeignToolFormat: Rule {
  static let description = RuleDescription(
    "TK316", "foreign-tool-format", severity: .error, since: "0.1.0",
    message: "the tool is {0}, and the service refuses fields that a tool does not have",
    summary: "The functions in `tools` are in `functionDeclarations`.",
    rationale: """
      A tool in Gemini's format has a list of function declarations. Other services have an object for each \
      function, with other names for its fields. Google's parsers refuse fields that a tool does not have. One \
      finding is reported for a line, at the first such tool.
      """,
    remedy: "{1}",
    remedyInGeneral: """
      write the functions in one list, 'functionDeclarations', with the names that Gemini's fields have
      """,
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "the same function in Gemini's format",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Any mail?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_mail","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_mail","parameters":{"type":"OBJECT","properties":{}}}]}]}
        """#),
      .accepts(
        "a field that no format of tools has",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_mail"}],"name":"mail"}]}
        """#,
        alongside: ["TK304"]),
      .rejects(
        "OpenAI's format: one finding for both functions",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Any mail?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_mail","args":{}}}]}],\#
        "tools":[{"type":"function",↓"function":{"name":"get_mail","parameters":{"type":"object","properties":{}}}},\#
        {"type":"function","function":{"name":"send_mail"}}]}
        """#),
      .rejects(
        "the format of OpenAI's newer API, without an inner object",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"type":"function",↓"name":"get_mail","parameters":{},"strict":true}]}
        """#),
      .rejects(
        "Anthropic's format",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{↓"name":"get_mail","description":"Gets mail.","input_schema":{"type":"object"}}]}
        """#),
      .rejects(
        "Amazon Bedrock's format",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{↓"toolSpec":{"name":"get_mail","inputSchema":{"json":{"type":"object"}}}}]}
        """#),
      .rejects(
        "a declaration that is not in a list of them, in snake_case",
        #"""
        {"system_instruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{↓"name":"get_mail","description":"Gets mail."}]}
        """#),
    ])

  /// What a tool is, for the message.
  static func name(of format: ToolFormat) -> StaticString {
    switch format {
    case .openAI: "in OpenAI's format"
    case .anthropic: "in Anthropic's format"
    case .bedrock: "in Amazon Bedrock's format"
    case .bareDeclaration: "a function declaration outside of a list of them"
    }
  }

  /// What to write instead of a tool, in the spelling of the example.
  static func remedy(for format: ToolFormat, isSnakeCase: Bool) -> String {
    let list = isSnakeCase ? "function_declarations" : "functionDeclarations"
    let schema = isSnakeCase ? "parameters_json_schema" : "parametersJsonSchema"
    let functions =
      switch format {
      case .openAI: "write the functions without 'type' and 'strict' in one list"
      case .anthropic: "write the functions in one list, with '\(schema)' in place of 'input_schema'"
      case .bedrock:
        "write the functions in one list, with '\(schema)' in place of 'inputSchema' and its 'json'"
      case .bareDeclaration: "write the functions in one list"
      }
    return #"\#(functions): "tools": [{"\#(list)": [{"name": …}]}]"#
  }
}

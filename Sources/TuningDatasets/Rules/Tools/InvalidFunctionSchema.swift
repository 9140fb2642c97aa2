import Diagnostics
import JSONLines

/// TK608: the schema of a function whose types are not in capitals.
enum InvalidFunctionSchema: FixableRule {
  static let description = RuleDescription(
    "TK608", "invalid-function-schema", severity: .warning, since: "0.1.0",
    message:
      "type '{0}' of a schema is not in capitals, which the strict parsers of Google's libraries refuse",
    summary: "The types of a schema in `parameters` or `response` are in capitals.",
    rationale: """
      The API's `Schema` calls the types STRING, NUMBER, INTEGER, BOOLEAN, ARRAY, OBJECT and NULL. JSON Schema and OpenAPI \
      write them in small letters, which the strict parsers of Google's libraries refuse. Programs that call the API \
      often write small letters, so it probably reads them; whether tuning does is not documented. The first such \
      type of a line is reported.
      """,
    remedy: "write '{1}', and the other types of the line in capitals too",
    fix: RuleFix(safely: "writes the types of the line in capitals"),
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "types in capitals, and small letters where they are no types or in JSON Schema",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","properties":{\#
        "type":{"type":"STRING","enum":["object"],"example":{"type":"string"}}}}},\#
        {"name":"b","parametersJsonSchema":{"type":"object"}}]}]}
        """#),
      .rejects(
        "types in small letters, each line reported once",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":↓"object","properties":\#
        {"day":{"type":"string"}}}},{"name":"b","parameters":{"type":"object"}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","response":{"type":"OBJECT","properties":\#
        {"day":{"type":↓"String"},"list":{"type":"array"}}}}]}]}
        """#),
    ])

  /// The change of the type that is reported; the others of the line need the same.
  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    let type = StringToken(start: item.offset + 1, end: item.offset + item.length - 1, traits: .hasEscape)
    let name = FindingArgument.beginning(of: type, in: line).uppercased()
    return [
      Edit(
        range: item.offset..<item.offset + item.length, replacement: Array("\"\(name)\"".utf8), isSafe: true)
    ]
  }
}

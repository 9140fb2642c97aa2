import Diagnostics

/// TK207: more nested arrays and objects than Google's parsers take.
enum NestingTooDeep: Rule {
  static let description = RuleDescription(
    "TK207", "nesting-too-deep", severity: .error,
    also: .warning, when: "only one of Google's parsers refuses the value", since: "0.1.0",
    message: "arrays and objects{0} are nested {1} levels deep, which {2}",
    summary: """
      Arrays and objects are nested at most 100 levels deep, the outermost object being level 1; those in `args`, \
      `response` and JSON Schemas at most 32, themselves being level 1.
      """,
    rationale: """
      The parsers of Google's protocol buffers count levels and stop after 100, as a protection against data \
      made to exhaust their stack. In the values of function calls, responses and schemas a level of JSON is \
      several of theirs: two for the JSON parser of the Python library, and for parsers of the binary format three \
      if it is an object and two if it is an array. Both refuse 49 objects within each other, the binary ones \
      33 already. A training example needs about ten levels. More come from a value that was wrapped repeatedly, \
      or from free-form data.
      """,
    remedy: "flatten the value, or write its inner part as a string",
    source: Source(
      "protocolbuffers/protobuf src/google/protobuf/json/internal/lexer.h; google.protobuf 7.36.2 on GeminiExample",
      asOf: "2026-11-28", confidence: .observed),
    examples: [
      .accepts("schemas, a hundred deep with what is around them", schemas(95)),
      .rejects("schemas, a hundred and one deep", schemas(96, mark: "↓")),
      .rejects("three hundred deep, and never closed", unclosed(arrays: 300)),
      .accepts(
        "arguments of 32 objects, and a response of 47 arrays",
        call(objects: 32) + "\n" + response(arrays: 47)),
      .rejects("arguments of 33 objects", call(objects: 33, marked: 33), as: .warning),
      .rejects("arguments of 48 objects", call(objects: 48, marked: 33), as: .warning),
      .rejects("arguments of 49 objects", call(objects: 49, marked: 49)),
      .rejects("arguments of 60 objects", call(objects: 60, marked: 49)),
      .rejects("a response of 49 levels, all but the first arrays", response(arrays: 48, marked: 48)),
      .accepts("a JSON Schema of 32 levels", schema(levels: 32)),
      .rejects("a JSON Schema of 33 levels", schema(levels: 33, marked: 33), as: .warning),
      .rejects("a JSON Schema of 49 levels", schema(levels: 49, marked: 49)),
    ])

  /// Who refuses a value, as the end of a message.
  static let byJSONParsers: StaticString = "Google's JSON parsers refuse"
  static let byBothParsers: StaticString =
    "Google's parsers refuse, as each level is two or three of the 100 that they take"
  static let byOneParser: StaticString =
    "one of Google's parsers refuses, as each object is three of the 100 levels that it takes"

  private static let question = #"{"contents":[{"role":"user","parts":[{"text":"Look it up"}]},"#
  private static let answer = #"{"role":"model","parts":[{"text":"It is deep"}]}]"#
  private static let tools = #""tools":[{"functionDeclarations":[{"name":"look"}]}]}"#

  /// So many of a text, the one of a number marked.
  private static func repeated(_ text: String, _ count: Int, marked: Int? = nil) -> String {
    guard let marked else { return String(repeating: text, count: count) }
    return repeated(text, marked - 1) + "↓" + repeated(text, count - marked + 1)
  }

  /// Schemas one in the other, the first in 5 arrays and objects, the last marked.
  private static func schemas(_ count: Int, mark: String = "") -> String {
    question + answer + #","tools":[{"functionDeclarations":[{"name":"look","parameters":"#
      + repeated(#"{"items":"#, count - 1) + mark + "{" + repeated("}", count) + "}]}]}"
  }

  /// A call whose arguments are objects one in the other.
  private static func call(objects count: Int, marked: Int? = nil) -> String {
    question + #"{"role":"model","parts":[{"functionCall":{"name":"look","args":"#
      + repeated(#"{"a":"#, count, marked: marked) + "1" + repeated("}", count) + "}}]}]," + tools
  }

  /// A response with arrays one in the other.
  private static func response(arrays count: Int, marked: Int? = nil) -> String {
    question + #"{"role":"model","parts":[{"functionCall":{"name":"look","args":{}}}]},"#
      + #"{"parts":[{"functionResponse":{"name":"look","response":{"a":"#
      + repeated("[", count, marked: marked) + "1" + repeated("]", count) + "}}}]}," + answer + "," + tools
  }

  /// A declaration whose JSON Schema has so many levels, with strings that look like more.
  private static func schema(levels count: Int, marked: Int? = nil) -> String {
    question + answer + #","tools":[{"functionDeclarations":[{"name":"look","parametersJsonSchema":"#
      + repeated(#"{"[{\"":"{[","items":"#, count, marked: marked) + "true" + repeated("}", count) + "}]}]}"
  }

  /// What opens a response with arrays one in the other, marked before the bracket that is one too many for JSON parsers,
  /// and cut after the innermost.
  private static func unclosed(arrays: Int) -> String {
    question + #"{"role":"model","parts":[{"functionCall":{"name":"look","args":{}}}]},"#
      + #"{"parts":[{"functionResponse":{"name":"look","response":{"output":"#
      + repeated("[", arrays, marked: 94)
  }
}

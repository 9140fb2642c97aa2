import Diagnostics

extension ArgumentsBreakSchema {
  /// An example with a call of `find` with these arguments, and a declaration with this schema.
  private static func sample(_ arguments: String, _ schema: String, in field: String = "parameters") -> String
  {
    #"""
    {"contents":[{"role":"user","parts":[{"text":"A room, please."}]},\#
    {"role":"model","parts":[{"functionCall":{"name":"find","args":\#(arguments)}}]}],\#
    "tools":[{"functionDeclarations":[{"name":"find","\#(field)":\#(schema)}]}]}
    """#
  }

  /// The parameters of most examples.
  private static let parameters =
    #"""
    {"type":"OBJECT","properties":{"city":{"type":"STRING","minLength":2},\#
    "nights":{"type":"INTEGER","minimum":1,"maximum":30},"view":{"type":"STRING","enum":["sea","garden"]},\#
    "guests":{"type":"ARRAY","items":{"type":"STRING"},"maxItems":4},"price":{"type":"NUMBER","nullable":true},\#
    "from":{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}},"required":["city"]}
    """#

  static let examples: [RuleExample] = [
    .accepts(
      "arguments that fit, in another order and with escapes",
      sample(
        #"{"nights":2.0,"city":"L\u0069ma","guests":["Ana","Ben"],"price":null,"view":"sea","from":3}"#,
        parameters)),
    .accepts(
      "a function without parameters, and one with parameters of its own that nothing is said of",
      sample(#"{"anything":1}"#, #"{"type":"OBJECT"}"#)),
    .accepts(
      "numbers that are listed as strings, which is how the API's schemas list them",
      sample(
        #"{"floor":101}"#,
        #"{"type":"OBJECT","properties":{"floor":{"type":"INTEGER","enum":["101","201"]}}}"#)),
    .accepts(
      "a pattern with lookahead, which is not supported, and a format, which is not checked",
      sample(
        #"{"code":"12","day":"soon"}"#,
        #"{"properties":{"code":{"pattern":"^(?=a)"},"day":{"type":"string","format":"date"}}}"#,
        in: "parametersJsonSchema")),
    .accepts(
      "arguments that are sent in pieces",
      #"""
      {"contents":[{"role":"user","parts":[{"text":"A room, please."}]},\#
      {"role":"model","parts":[{"functionCall":{"name":"find",\#
      "partialArgs":[{"jsonPath":"$.city","stringValue":"Lima"}]}}]}],\#
      "tools":[{"functionDeclarations":[{"name":"find","parameters":\#(parameters)}]}]}
      """#),
    .rejects(
      "no arguments, of a function with \"partial\" in its name",
      #"""
      {"contents":[{"role":"user","parts":[{"text":"A room, please."}]},\#
      {"role":"model","parts":[{"functionCall":↓{"name":"partial_find"}}]}],\#
      "tools":[{"functionDeclarations":[{"name":"partial_find","parameters":\#(parameters)}]}]}
      """#),
    .rejects("a number where a string is declared", sample(#"{"city":↓7}"#, parameters)),
    .rejects("a parameter that is missing, and arguments that are", sample(#"↓{"nights":2}"#, parameters)),
    .rejects(
      "several mistakes in one call",
      sample(
        #"{"city":↓"L","nights":↓31,"view":↓"sky","guests":["Ana",↓5],"from":↓true,"price":null}"#, parameters
      )),
    .rejects(
      "a parameter that is not declared", sample(#"{"city":"Lima",↓"night":2}"#, parameters)),
    .rejects(
      "JSON Schema with a reference, and a member that is not allowed",
      sample(
        #"{"stay":{"nights":↓0,↓"days":1}}"#,
        #"""
        {"$defs":{"stay":{"type":"object","properties":{"nights":{"exclusiveMinimum":0}},\#
        "additionalProperties":false}},"properties":{"stay":{"$ref":"#/$defs/stay"}}}
        """#, in: "parametersJsonSchema")),
    .rejects(
      "a reference to another document",
      sample(
        #"{"stay":1}"#, #"{"properties":{"stay":{"$ref":↓"https://example.com/stay.json"}}}"#,
        in: "parametersJsonSchema")),
    .rejects(
      "a schema that refers to itself and to nothing else",
      sample(#"{"stay":1}"#, ##"{"$ref":"#"}"##, in: "parametersJsonSchema").replacing(
        #""functionCall":{"#, with: #""functionCall":↓{"#)),
    .rejects(
      "the same mistake twice in a line, reported once",
      #"""
      {"contents":[{"role":"user","parts":[{"text":"Two rooms, please."}]},\#
      {"role":"model","parts":[{"functionCall":{"name":"find","args":{"city":↓1}}},\#
      {"functionCall":{"name":"find","args":{"city":2}}}]}],\#
      "tools":[{"functionDeclarations":[{"name":"find","parameters":\#(parameters)}]}]}
      """#),
  ]
}

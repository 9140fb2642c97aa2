import Diagnostics
import JSONLines

/// TK614: a name that no parameter of a function can have.
enum InvalidParameterName: Rule {
  static let description = RuleDescription(
    "TK614", "invalid-parameter-name", severity: .warning, since: "0.1.0",
    message: "parameter name '{0}' is not an identifier, which the API's reference asks for",
    summary:
      "The name of a parameter is 1 to 64 letters, digits and underscores, and does not begin with a digit.",
    rationale: """
      The API's reference says so of the names in `parameters`. Google's JSON parsers accept others; whether tuning does is not \
      documented. Names deeper in a schema and those in JSON Schema are not restricted. The first such name of a line is \
      reported.
      """,
    remedy: "rename the parameter in its declaration and in the calls, such as 'start_date'",
    source: Source(
      "aiplatform v1beta1 discovery document, FunctionDeclaration.parameters", asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "identifiers, one of 64 characters, and other names deeper in the schema",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time","parameters":{"type":"OBJECT","properties":{\#
        "_2":{"type":"STRING"},"start\u005fdate":{"type":"STRING"},\#
        "a123456789012345678901234567890123456789012345678901234567890123":{"type":"STRING"},\#
        "place":{"type":"OBJECT","properties":{"time-zone":{"type":"STRING"}}}}},\#
        "response":{"type":"OBJECT","properties":{"time-zone":{"type":"STRING"}}}},\#
        {"name":"f","parametersJsonSchema":{"type":"object","properties":{"time-zone":{"type":"string"}}}}]}]}
        """#),
      .rejects(
        "a hyphen, reported once in each line, and a digit at the beginning",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time","parameters":{"type":"OBJECT","properties":{\#
        "place":{"type":"STRING"},↓"time-zone":{"type":"STRING"},"day-of-week":{"type":"STRING"}}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time","parameters":{"type":"OBJECT","properties":{\#
        ↓"2nd":{"type":"STRING"}}}}]}]}
        """#),
      .rejects(
        "an empty name, one of 65 characters, and an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","properties":{\#
        ↓"":{"type":"STRING"}}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","properties":{\#
        ↓"a1234567890123456789012345678901234567890123456789012345678901234":{"type":"STRING"}}}}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","properties":{\#
        ↓"time\u002dzone":{"type":"STRING"}}}}]}]}
        """#),
    ])
}

extension LineBytes {
  private static let mostCharacters = 64

  /// Whether a string is a name that a parameter can have.
  func isNameOfParameter(_ name: StringToken) -> Bool {
    guard name.count > 0, self[name.start] &- 0x30 >= 10 else { return false }
    // Nearly every name is good, and written without escapes.
    if name.count <= Self.mostCharacters, NameBytes.areAllowed(in: name, withPunctuation: false, self) {
      return true
    }
    var length = 0
    for (scalar, _) in scalars(of: name) {
      switch scalar {
      case "a"..."z", "A"..."Z", "_": break
      case "0"..."9" where length > 0: break
      default: return false
      }
      length += 1
    }
    return length <= Self.mostCharacters
  }
}

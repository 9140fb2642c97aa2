import Diagnostics
import JSONLines

/// TK602: a name that no function can have.
enum InvalidFunctionName: Rule {
  static let description = RuleDescription(
    "TK602", "invalid-function-name", severity: .error, also: .warning,
    when: "the name has 65 to 128 characters, which newer messages of the service allow", since: "0.1.0",
    message: "function name '{0}' {1}, which {2}",
    summary:
      "The name of a function is 1 to 64 letters, digits and `_`, `.`, `:`, `-`, and begins with a letter or `_`.",
    rationale: """
      The API's reference allows letters from a to z in either case, digits, underscores, dots and hyphens, at most 64 of \
      them, with a letter or an underscore first. The newest messages of the service allow colons too, and 128 characters. \
      The same is true where a function is declared, called and answered.
      """,
    remedy: "rename the function in its declaration, its calls and its responses, such as 'get_weather'",
    source: Source(
      "aiplatform v1beta1 discovery document, FunctionDeclaration.name", asOf: "2026-11-22",
      confidence: .documented),
    examples: [
      .accepts(
        "every kind of character, and 64 of them",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"_Clock-2.get:time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"_Clock-2.get:time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"_Clock-2.get:time"},\#
        {"name":"a123456789012345678901234567890123456789012345678901234567890123"}]}]}
        """#),
      .accepts(
        "a letter written as an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get\u005ftime","args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#),
      .accepts(
        "a name that is not a string, which is a fault of its own",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":1,"args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK303"]),
      .accepts(
        "a name that is null, which is the same as no name",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":null,"args":{}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        """#, alongside: ["TK612"]),
      .accepts(
        "other names, such as those of parameters and in arguments",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it in Lima?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{"name":"the city"}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time",\#
        "parameters":{"type":"OBJECT","properties":{"name":{"type":"STRING"}}}}]}]}
        """#),
      .rejects(
        "a space in the declaration, the call and the response",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":↓"get time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":↓"get time","response":{"output":"12:30"}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":↓"get time"}]}]}
        """#),
      .rejects(
        "a digit at the beginning, in snake_case and in the second tool",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"function_call":{"args":{},"name":↓"2time"}}]}],\#
        "tools":[{"function_declarations":[{"name":"get_time"}]},\#
        {"function_declarations":[{"description":"The time.","name":↓"2time"}]}]}
        """#),
      .rejects(
        "a hyphen at the beginning",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":↓"-time"}]}]}
        """#),
      .rejects(
        "a letter beyond a to z, raw and escaped",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":↓"météo"},{"name":↓"m\u00e9t\u00e9o_2"}]}]}
        """#),
      .rejects(
        "a slash and a line feed",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":↓"clock/time"},{"name":↓"time\n"}]}]}
        """#),
      .rejects(
        "an empty name",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":↓""}]}]}
        """#),
      .rejects(
        "65 characters",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[\#
        {"name":↓"a1234567890123456789012345678901234567890123456789012345678901234"}]}]}
        """#, as: .warning),
      .rejects(
        "129 characters",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":↓"a1234567890123456789012345678901234567890123456789012345678901234\#
        1234567890123456789012345678901234567890123456789012345678901234"}]}]}
        """#),
      .rejects(
        "a call in the system instruction",
        #"""
        {"systemInstruction":{"parts":[{"functionCall":{"name":↓"get time","args":{}}}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, alongside: ["TK410"]),
    ])

  private static let mostCharacters = 64
  /// The most that any version of the API's reference allows.
  private static let mostCharactersAnywhere = 128

  static func check(
    _ name: TrainingExample.Place, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let name = name.string else { return }
    // Nearly every name is good, and written without escapes.
    if name.count <= mostCharacters, isAllowed(Unicode.Scalar(context.line[name.start]), first: true),
      NameBytes.areAllowed(in: name, withPunctuation: true, context.line)
    {
      return
    }
    checkEach(name, context.line, &findings)
  }

  @inline(never)
  private static func checkEach(_ name: StringToken, _ line: LineBytes, _ findings: inout LineFindings) {
    var length = 0
    for (scalar, _) in line.scalars(of: name) {
      guard isAllowed(scalar, first: length == 0) else {
        return report(name, &findings) {
          $0.keep((length == 0 ? "begins with " : "contains ") + inWords(scalar))
        }
      }
      length += 1
    }
    if length == 0 { report(name, &findings) { _ in .literal("is empty") } }
    if length > mostCharactersAnywhere {
      report(name, &findings) { _ in .literal("is longer than 128 characters") }
    } else if length > mostCharacters {
      report(name, as: .warning, &findings) { _ in .literal("is longer than 64 characters") }
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar, first isFirst: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    case "0"..."9", ".", ":", "-": !isFirst
    default: false
    }
  }

  private static func inWords(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": "a space"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
      "the control character U+" + String(scalar.value, radix: 16, digits: 4)
    default: "'\(scalar)'"
    }
  }

  private static func report(
    _ name: StringToken, as severity: Severity = .error, _ findings: inout LineFindings,
    _ problem: (inout FindingTexts) -> FindingArgument
  ) {
    findings.report(InvalidFunctionName.self, at: name.start - 1, length: name.count + 2, as: severity) {
      (
        .string(name), problem(&$0),
        .literal(
          severity == .error
            ? "the API does not allow" : "only the newest messages of the service allow, up to 128")
      )
    }
  }
}

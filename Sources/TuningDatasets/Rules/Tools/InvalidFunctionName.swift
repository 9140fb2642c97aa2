import Diagnostics
import JSONLines

/// TK602: a name that no function can have.
enum InvalidFunctionName: Rule {
  static let description = RuleDescription(
    "TK602", "invalid-function-name", severity: .error, since: "0.1.0",
    message: "function name '{0}' {1}, which the API does not allow",
    summary:
      "The name of a function is 1 to 64 letters, digits and `_`, `.`, `:`, `-`, and begins with a letter or `_`.",
    rationale: """
      The API's reference allows letters from a to z in either case, digits, underscores, dots and hyphens, at most 64 of \
      them, with a letter or an underscore first; newer messages of the service allow colons too. The same is true where a \
      function is declared, called and answered.
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
        "tools":[{"functionDeclarations":[{"name":↓"météo"},{"name":↓"m\u00e9t\u00e9o"}]}]}
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
        """#),
      .rejects(
        "a call in the system instruction",
        #"""
        {"systemInstruction":{"parts":[{"functionCall":{"name":↓"get time","args":{}}}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, alongside: ["TK410"]),
    ])

  private static let mostCharacters = 64

  static func check(
    _ name: TrainingExample.Place, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let name = name.string else { return }
    // Nearly every name is good, and written without escapes.
    if name.count <= mostCharacters, isAllowed(Unicode.Scalar(context.line[name.start]), first: true),
      holdsOnlyAllowed(name, context.line)
    {
      return
    }
    checkEach(name, context.line, &findings)
  }

  /// Whether the characters of a string are allowed, as they are written; looks at eight at a time.
  private static func holdsOnlyAllowed(_ name: StringToken, _ line: LineBytes) -> Bool {
    let each: UInt64 = 0x0101_0101_0101_0101
    let highBits = each &* 0x80
    for offset in stride(from: name.start, to: name.end, by: 8) {
      let length = name.end - offset
      // After the end of the name, letters replace what does not belong to it.
      let padding = length < 8 ? each &* 0x61 << UInt64(8 * length) : 0
      let bytes = line.word(ofFirst: length, at: offset) | padding
      /// The bytes from `first` to `last`, by their highest bits.
      func range(_ bytes: UInt64, _ first: UInt64, _ last: UInt64) -> UInt64 {
        (bytes &+ each &* (0x80 - first)) & ~(bytes &+ each &* (0x7F - last))
      }
      // A letter and its capital differ in one bit. The other characters stand in three ranges: -. and 0123456789: and _
      let allowed =
        range(bytes | each &* 0x20, 0x61, 0x7A) | range(bytes, 0x2D, 0x2E) | range(bytes, 0x30, 0x3A)
        | range(bytes, 0x5F, 0x5F)
      guard bytes & highBits == 0, allowed & highBits == highBits else { return false }
    }
    return true
  }

  @inline(never)
  private static func checkEach(_ name: StringToken, _ line: LineBytes, _ findings: inout LineFindings) {
    var length = 0
    for (scalar, _) in line.scalars(of: name) {
      guard isAllowed(scalar, first: length == 0) else {
        return report(name, .text((length == 0 ? "begins with " : "contains ") + inWords(scalar)), &findings)
      }
      length += 1
    }
    if length == 0 { report(name, .literal("is empty"), &findings) }
    if length > mostCharacters { report(name, .literal("is longer than 64 characters"), &findings) }
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
    _ name: StringToken, _ problem: @autoclosure () -> FindingArgument, _ findings: inout LineFindings
  ) {
    findings.report(
      InvalidFunctionName.self, at: name.start - 1, length: name.count + 2, .string(name), problem())
  }
}

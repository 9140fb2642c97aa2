import JSONLines
import Testing

@testable import JSONSchemas

/// What expressions match, beside Swift's own where both mean the same.
@Suite struct PatternTests {
  private func finds(_ pattern: String, in text: String) throws -> Bool {
    let program = try #require(PatternProgram(pattern), "\(pattern)")
    var matcher = PatternMatcher()
    var budget = Int.max
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
      "\n", with: "\\n")
    let bytes = Array("\"\(escaped)\"".utf8)
    return LineBytes.with(bytes) { line in
      let string = StringToken(start: 1, end: bytes.count - 1, traits: .hasEscape)
      return matcher.finds(program, in: string, of: line, &budget)
    }
  }

  private static let patterns = [
    "abc", "^abc$", "a|b", "^(a|b)*$", "^a{2}$", "^a{2,}$", "^a{1,3}b?$", "[a-c]x", "[^a-c]", "\\d+",
    "^\\w+$", "\\s",
    "^.$", "a.c", "\\bab\\b", "\\Bb", "(?:ab)+c", "(?<name>a)b", "x*", "^$", "[\\d-]+$", "\\u0061",
    "^\\S+@\\S+$",
    "^(\\([0-9]{3}\\))?[0-9]{3}-[0-9]{4}$", "a+?b", "^[\\w.+-]+$", "\\.", "^\\p{L}+$", "^\\P{Lu}+$", "(a*)*b",
    "[]-a]?",
  ]
  private static let texts = [
    "", "a", "b", "ab", "abc", "xabcx", "aab", "aaa", "aaab", "a c", "a\nc", "5", "12-3", "(888)555-1212",
    "ä", "É", "x@y",
    "cab ", "ab c", "_", ".", "-", "]", "aaaaaaaaaaaaaaaaaaaaaaaa",
  ]

  @Test(arguments: patterns)
  func agreement(pattern: String) throws {
    // Swift's `\d`, `\w` and `\b` know more than ASCII, unless told otherwise.
    let regex = try? Regex(pattern).asciiOnlyDigits().asciiOnlyWordCharacters().asciiOnlyWhitespace()
      .wordBoundaryKind(.simple)
    for text in Self.texts {
      guard let regex else { continue }
      let expected = text.firstMatch(of: regex.matchingSemantics(.unicodeScalar)) != nil
      #expect(try finds(pattern, in: text) == expected, "\(pattern) in '\(text)'")
    }
  }

  @Test func escapes() throws {
    #expect(try finds("^\\cA?\\x41\\u{1F600}\\ud83d\\ude00$", in: "A😀😀"))
    #expect(try finds("^[\\b\\t\\-\\/]*$", in: "-/"))
    #expect(try !finds("^\\d$", in: "٣"))
    #expect(try finds("^\\s$", in: "\u{FEFF}"))
    #expect(try finds("{", in: "a{") && finds("^a{,2}$", in: "a{,2}"))
    #expect(try finds("^\\p{gc=Nd}$", in: "٣") && !finds("\\p{Letter}", in: "3"))
    #expect(try finds("^[^\\d\\s]+$", in: "ab") && !finds("^[^\\d\\s]+$", in: "a1"))
    #expect(try finds("^[\\W_]$", in: "-") && !finds("^[\\W_]$", in: "a"))
  }

  @Test(
    "what is invalid or not supported is not compiled",
    arguments: [
      "(?=a)", "(?!a)", "(?<=a)b", "(?<!a)b", "(a)\\1", "\\k<a>", "(", "a)", "[a", "[b-a]", "*", "a**", "\\",
      "\\a", "a{3,2}",
      "\\p{Script=Greek}", "(a{1000}){1000}", "\\u{110000}",
    ])
  func unsupported(pattern: String) { #expect(PatternProgram(pattern) == nil) }

  @Test(
    "what backtracks for ever elsewhere takes linear time",
    arguments: ["^(a+)+$", "^(a|a)*$", "^(a*)*b", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])
  func linearTime(pattern: String) throws {
    #expect(try !finds(pattern, in: String(repeating: "a", count: 100_000) + "!"))
  }

  @Test("with no more steps the answer is yes")
  func budget() throws {
    let program = try #require(PatternProgram("b"))
    var matcher = PatternMatcher()
    var budget = 10
    let bytes = Array(("\"" + String(repeating: "a", count: 100) + "\"").utf8)
    let isFound = LineBytes.with(bytes) { line in
      matcher.finds(program, in: StringToken(start: 1, end: 101, traits: []), of: line, &budget)
    }
    #expect(isFound && budget < 0)
  }
}

import Diagnostics
import JSONLines

/// TK213: a control character inside a string.
enum UnescapedControlCharacter: FixableRule {
  static let description = RuleDescription(
    "TK213", "unescaped-control-character", severity: .error, since: "0.1.0",
    message: "the string contains an unescaped control character ({0}), which JSON allows only as {1}",
    summary: "Control characters from U+0000 to U+001F are written as escapes.",
    rationale: """
      Text copied from a terminal or a spreadsheet often contains tabs, escape sequences and form feeds. In \
      a JSON string, each of them must be written as an escape; otherwise Google's parser refuses the line. \
      U+007F and above need no escape.
      """,
    remedy: "replace the character with {1}, or remove it",
    fix: RuleFix(safely: "writes the character as an escape, and others like it in the line"),
    source: Source("RFC 8259 section 7", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "escapes, a tab between tokens, and U+007F",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"a\tb\u001b[0m"}]},\#t\#
        {"role":"model","parts":[{"text":"Hello!\#u{7F}"}]}]}
        """#),
      .rejects(
        "a tab",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"name↓\#tage"}]},\#
        {"role":"model","parts":[{"text":"Two columns"}]}]}
        """#),
      .rejects(
        "the colour codes of a terminal, and a zero byte in a key",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Build"}]},\#
        {"role":"model","parts":[{"text":"↓\#u{1B}[32mok\#u{1B}[0m"}]}]}
        {"contents":[{"role":"user","parts":[{"te↓\#u{0}xt":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])

  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    var edits: [Edit] = []
    var offset = item.offset
    var isInString = true
    let end = line.textEnd
    while offset < end, edits.count < most {
      switch line[offset] {
      case UInt8(ascii: "\""): isInString.toggle()
      // What is escaped is no quote.
      case UInt8(ascii: "\\") where isInString: offset += 1
      case ..<0x20 where isInString:
        let escape = FindingArgument.controlEscape(offset).text(in: line)
        edits.append(Edit(range: offset..<offset + 1, replacement: Array(escape.utf8), isSafe: true))
      default: break
      }
      offset += 1
    }
    return edits
  }
}

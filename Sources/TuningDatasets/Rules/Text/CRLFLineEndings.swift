import Diagnostics
import JSONLines

/// TK104: lines that end in CR LF.
enum CRLFLineEndings: FixableRule {
  static let description = RuleDescription(
    "TK104", "crlf-line-endings", severity: .info, isOffByDefault: true, since: "0.1.0",
    message: "lines end in CR LF: JSON allows this, but the bytes differ from those of a file with LF",
    summary: "Lines end in LF.",
    rationale: """
      A JSON parser reads the CR before the LF as white space, so nothing is refused. But the same dataset \
      then has different bytes on Windows and on other systems, so checksums differ and deduplication by \
      line misses duplicates.
      """,
    remedy: "save the file with LF line endings",
    fix: RuleFix(safely: "ends all lines in LF"),
    source: Source("jsonlines.org", asOf: "2026-11-23", confidence: .documented),
    examples: [
      .accepts(
        "CR and LF as escapes in a text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"How do lines end in HTTP?\r\n"}]},\#
        {"role":"model","parts":[{"text":"In \\r\\n."}]}]}
        """#,
        except: [.inapplicable(.carriageReturns, because: "it makes what the rule is about")]),
      .rejects(
        "a file written on Windows, reported once",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}↓\#r
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}\#r

        """#,
        except: [.inapplicable(.carriageReturns, because: "the lines end in CR LF already")]),
      .rejects(
        "a single line with the other ending",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}↓\#r
        {"contents":[{"role":"user","parts":[{"text":"Thanks"}]},\#
        {"role":"model","parts":[{"text":"You are welcome!"}]}]}
        """#,
        except: [.inapplicable(.carriageReturns, because: "an earlier line would end in CR LF")]),
    ])

  /// The change of the line that is reported; the others need the same.
  static func edits(for item: LineFindings.Item, in line: LineBytes, atMost most: Int) -> [Edit] {
    [Edit(range: item.offset..<item.offset + 1, replacement: [], isSafe: true)]
  }
}

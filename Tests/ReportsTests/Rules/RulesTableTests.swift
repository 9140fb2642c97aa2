import Diagnostics
import Reports
import Testing

@Suite struct RulesTableTests {
  private let table = RulesTable(
    RuleBook([
      SampleRules.truncated, SampleRules.carriageReturns, SampleRules.unknownRole, SampleRules.emptyText,
    ]))

  private func text(width: Int?, isColored: Bool = false) -> String {
    var text = ""
    table.writeText(width: width, isColored: isColored, to: &text)
    return text
  }

  @Test func familiesAndColumnsAreAligned() {
    #expect(
      text(width: nil) == """
        0 Stream
          TK002  gzip-truncated     error          The gzip data are complete.

        1 Text
          TK104  crlf-line-endings  info (off)     Lines end in LF | not in CR LF.

        4 Conversation
          TK401  unknown-role       error/warning  Every turn in `contents` is spoken by `user` or by `model`.
          TK408  empty-text         warning        A text says something.

        """)
  }

  @Test func summariesWrapInTheirColumn() {
    #expect(
      text(width: 72).contains(
        """
          TK401  unknown-role       error/warning  Every turn in `contents` is
                                                   spoken by `user` or by
                                                   `model`.
          TK408  empty-text         warning        A text says something.
        """))
    #expect(text(width: 10).contains("error/warning  Every turn in `contents`\n"))
  }

  @Test func headingsAndSeveritiesAreColoured() {
    let colored = text(width: nil, isColored: true)
    #expect(
      colored.hasPrefix(
        "\u{1B}[1m0 Stream\u{1B}[0m\n  TK002  gzip-truncated     \u{1B}[31merror\u{1B}[0m          The"))
    #expect(colored.contains("\u{1B}[31merror/warning\u{1B}[0m  Every"))
    #expect(colored.contains("\u{1B}[33mwarning\u{1B}[0m        A text"))
    #expect(colored.contains("\u{1B}[36minfo (off)\u{1B}[0m     Lines"))
  }

  @Test func markdownHasATableForEachFamily() {
    var markdown = ""
    table.writeMarkdown(to: &markdown)
    #expect(
      markdown == #"""
        ### 0 Stream

        | code | name | severity | what it looks for |
        |---|---|---|---|
        | TK002 | gzip-truncated | error | The gzip data are complete. |

        ### 1 Text

        | code | name | severity | what it looks for |
        |---|---|---|---|
        | TK104 | crlf-line-endings | info (off) | Lines end in LF \| not in CR LF. |

        ### 4 Conversation

        | code | name | severity | what it looks for |
        |---|---|---|---|
        | TK401 | unknown-role | error/warning | Every turn in `contents` is spoken by `user` or by `model`. |
        | TK408 | empty-text | warning | A text says something. |

        """#)
  }

  @Test func markdownMayLinkToPages() {
    var markdown = ""
    table.writeMarkdown(
      headingLevel: 2, link: { $0.code == "TK408" ? "Rules/\($0.name).md" : nil }, to: &markdown)
    #expect(markdown.hasPrefix("## 0 Stream\n"))
    #expect(markdown.contains("\n| [TK408](Rules/empty-text.md) | empty-text |"))
    #expect(markdown.contains("\n| TK401 | unknown-role |"))
  }

  @Test func jsonHasEverythingButTheExamples() {
    var json = ""
    RulesTable(RuleBook([SampleRules.carriageReturns, SampleRules.unknownRole])).writeJSON(to: &json)
    #expect(
      json == """
        {
          "schemaVersion": 1,
          "rules": [
            {
              "code": "TK104",
              "name": "crlf-line-endings",
              "severity": "info",
              "also": null,
              "offByDefault": true,
              "cannotBeUnselected": false,
              "since": "0.2.0",
              "message": "the lines end in CR LF",
              "summary": "Lines end in LF | not in CR LF.",
              "rationale": "Some tools stumble.",
              "remedy": "write LF",
              "remedyInGeneral": null,
              "fix": null,
              "source": {
                "page": "RFC 8259",
                "address": "https://www.rfc-editor.org/rfc/rfc8259",
                "asOf": "2026-08-22",
                "confidence": "observed"
              },
              "serviceSays": null
            },
            {
              "code": "TK401",
              "name": "unknown-role",
              "severity": "error",
              "also": {
                "severity": "warning",
                "when": "the role is 'function' or 'tool'"
              },
              "offByDefault": false,
              "cannotBeUnselected": false,
              "since": "0.1.0",
              "message": "role '{0}' is neither 'user' nor 'model'",
              "summary": "Every turn in `contents` is spoken by `user` or by `model`.",
              "rationale": "Gemini knows two speakers: `assistant` and `system` are other vendors'.",
              "remedy": "write 'model' in place of '{0}'",
              "remedyInGeneral": null,
              "fix": null,
              "source": {
                "page": "prepare-data",
                "address": null,
                "asOf": "2026-08-22",
                "confidence": "documented"
              },
              "serviceSays": "Please use a valid role: user, model."
            }
          ]
        }

        """)
  }
}

import Diagnostics
import Reports
import Testing

@Suite struct RuleExplanationTests {
  @Test func explanationIsThePageForATerminal() {
    #expect(
      RuleExplanation(SampleRules.unknownRole, width: 60, isColored: false).text == #"""
        TK401 unknown-role

        Every turn in `contents` is spoken by `user` or by `model`.

        Severity    error; warning when the role is 'function' or
                    'tool'
        By default  on
        Since       0.1.0
        Source      prepare-data, read on 2026-08-22
        Confidence  documented: an official page, schema or SDK says
                    so

        What it says
          role '…' is neither 'user' nor 'model'

        Why it matters
          Gemini knows two speakers: `assistant` and `system` are
          other vendors'.

        What to do
          Write 'model' in place of '…'.

        What the service says
          Please use a valid role: user, model.

        Accepted: the roles of Gemini
          {"role":"user"}

        Rejected: an OpenAI role
          {"role":"assistant"}
                  ^

        """#)
  }

  @Test func linesAreNeverLongerThanAHundredColumns() {
    let description = RuleDescription(
      "TK408", "empty-text", severity: .warning, since: "0.1.0", message: "m", summary: "S.",
      rationale: String(repeating: "word ", count: 100), remedy: "r",
      source: Source("p", asOf: "2026-08-22", confidence: .guess),
      examples: [.rejects("long", String(repeating: "x", count: 250) + "↓y", repeated: 3)])
    for width in [nil, 200, 100] {
      let lines = RuleExplanation(description, width: width, isColored: false).text.description.split(
        separator: "\n")
      #expect(lines.map(\.count).max() == 100)
      #expect(lines.suffix(5).map(\.count) == [20, 100, 100, 65, 65])
      #expect(lines.suffix(5).first == "  (repeated 3 times)")
    }
    let lines = RuleExplanation(description, width: 40, isColored: false).text.description.split(
      separator: "\n")
    #expect(lines.drop { $0 != "Why it matters" }.allSatisfy { $0.count <= 40 })
  }

  @Test func onlyHeadingsAreBold() {
    let text = RuleExplanation(SampleRules.truncated, width: 80, isColored: true).text.description
    #expect(text.hasPrefix("\u{1B}[1mTK002 gzip-truncated\u{1B}[0m\n\nThe gzip data are complete.\n\n"))
    #expect(text.hasSuffix("\n\n\u{1B}[1mWhat to do\u{1B}[0m\n  Copy the file again.\n"))
  }
}

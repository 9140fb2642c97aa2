import Diagnostics
import Reports
import Testing

@Suite struct RulePageTests {
  @Test func pageSaysEverything() {
    #expect(
      RulePage(SampleRules.unknownRole).markdown == #"""
        # TK401 unknown-role

        Every turn in `contents` is spoken by `user` or by `model`.

        ## Overview

        | Fact | |
        |---|---|
        | Severity | error; warning when the role is 'function' or 'tool' |
        | By default | on |
        | Since | 0.1.0 |
        | Source | prepare-data, read on 2026-08-22 |
        | Confidence | documented: an official page, schema or SDK says so |

        ### What it says

        ```
        role '…' is neither 'user' nor 'model'
        ```

        ### Why it matters

        Gemini knows two speakers: `assistant` and `system` are other vendors'.

        ### What to do

        Write 'model' in place of '…'.

        ### What the service says

        ```
        Please use a valid role: user, model.
        ```

        ### Examples

        Accepted: the roles of Gemini

        ```json
        {"role":"user"}
        ```

        Rejected: an OpenAI role

        ```json
        {"role":"assistant"}
                ^
        ```

        """#)
  }

  @Test func pageLeavesOutWhatIsNotKnown() {
    let page = RulePage(SampleRules.carriageReturns).markdown
    #expect(
      page.contains("| Severity | info |\n| By default | off; on if it is selected by its code or name |\n")
    )
    #expect(page.hasSuffix("### What to do\n\nWrite LF.\n"))
  }

  @Test func ruleThatGuardsTheReadingSaysSo() {
    #expect(
      RulePage(SampleRules.truncated).markdown
        .contains(
          "| By default | on; the rest of a line or file with such a finding is not examined, so the rule cannot be ignored |\n"
        ))
  }

  @Test func confidenceIsExplained() {
    let pages = [SampleRules.carriageReturns, SampleRules.emptyText, SampleRules.fewExamples].map {
      RulePage($0).markdown
    }
    #expect(
      pages[0].contains("observed: the running service, or Google's published parser, was seen to do so |"))
    #expect(pages[1].contains("guess: inferred, because no source that states it was found |"))
    #expect(pages[2].contains("conflicting: sources disagree |"))
  }

  @Test func exampleOfBytesHasNotesAndNoLanguage() {
    let rule = RuleDescription(
      "TK002", "gzip-truncated", severity: .error, since: "0.1.0", message: "m", summary: "S.",
      rationale: "R.",
      remedy: "copy it again.", source: Source("RFC 1952", asOf: "2026-08-22", confidence: .documented),
      examples: [.rejects("a cut_ file", bytes: [0x1F, 0x8B], at: [0])])
    let page = RulePage(rule).markdown
    #expect(
      page.hasSuffix(
        "Rejected: a cut\\_ file (found at byte offset 0 of the uncompressed data)\n\n```\n1F 8B\n```\n"))
    #expect(page.contains("\n\nCopy it again.\n\n"))
  }
}

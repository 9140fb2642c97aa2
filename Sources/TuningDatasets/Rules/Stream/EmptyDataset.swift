import Diagnostics

/// TK001: a file without any example.
enum EmptyDataset: Rule {
  static let description = RuleDescription(
    "TK001", "empty-dataset", severity: .error, since: "0.1.0",
    message: "the file holds no example, so there is nothing to learn from it",
    summary: "A dataset holds at least one example.",
    rationale: """
      A file of no bytes, of blank lines or of compressed nothing is what an export leaves behind when its query \
      matched nothing or when it failed. A job on it costs time and tunes nothing.
      """,
    remedy: "look at what wrote the file and run it again, or name the file that was meant",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "a single example",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "an empty file", bytes: [], at: [],
        except: [.inapplicable(.blankLinesBefore, because: "blank lines alone are the next example")]),
      .rejects(
        "blank lines only", "\n \t\n\n",
        except: [.inapplicable(.blankLinesBefore, because: "the example is nothing but blank lines already")]),
    ])
}

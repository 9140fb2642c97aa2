import Diagnostics

/// TK001: a file without a training example.
enum EmptyDataset: Rule {
  static let description = RuleDescription(
    "TK001", "empty-dataset", severity: .error, since: "0.1.0",
    message: "the file has no training example, so there is nothing to learn",
    summary: "A dataset has at least one training example.",
    rationale: """
      A file that is empty or has only blank lines, compressed or not, usually comes from an export that \
      failed, or whose query matched nothing. A tuning job on it takes time and tunes nothing.
      """,
    remedy: "export the data again, or give the path of the correct file",
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

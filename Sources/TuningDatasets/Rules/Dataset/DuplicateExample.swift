import Diagnostics

/// TK707: the same example twice.
enum DuplicateExample: Rule {
  static let description = RuleDescription(
    "TK707", "duplicate-example", severity: .warning, since: "0.1.0",
    message: "the example is {0}, so {1}",
    summary: "A dataset has each example once, unless it is repeated on purpose.",
    rationale: """
      A repeated example has more weight in training. Some people want that; more often, files were joined \
      twice, or a query returned rows several times. Examples are compared as JSON values: the order of fields, \
      white space, escapes, the spelling of numbers, and camelCase or snake_case make no difference. Fields \
      that the service ignores, such as labels or an id, are not compared. Each group of equal examples has one \
      finding, at its second example. Two different examples are taken for the same by a chance of less than \
      one in 100,000 in a dataset of ten million. Up to 16,777,216 examples are compared, with at most 50 bytes \
      of memory for each.
      """,
    remedy: "{2}",
    remedyInGeneral: """
      keep one of the examples, unless they are repeated on purpose to give them more weight
      """,
    fix: RuleFix(
      unsafely: "keeps the first of equal examples of a dataset, also of its shards, and removes the others"),
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .guess),
    examples: [
      .accepts(
        "the same question with another word",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi!"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .accepts(
        "the same question about other files, and about other data in the line",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What is this?"},{"fileData":{"mimeType":"image/png","fileUri":"gs://photos/1.png"}}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"What is this?"},{"fileData":{"mimeType":"image/png","fileUri":"gs://photos/2.png"}}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"What is this?"},{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgoAAAAB"}}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"What is this?"},{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgoAAAAC"}}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, alongside: ["TK511", "TK511"]),
      .rejects(
        "the same example three times, written in three ways",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓{"contents": [{"role": "user", "parts": [{"text": "\u0048i"}]}, {"parts": [{"text": "Hello!"}], "role": "model"}]}
        {"id":3,"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, alongside: ["TK304"]),
      .rejects(
        "two groups",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"Goodbye!"}]}]}
        ↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])

  static func check(_ file: ComparedFile, _ ledger: inout FindingLedger) {
    let duplicates = file.matches.duplicates
    for match in duplicates.first {
      ledger.add(
        file.finding(
          DuplicateExample.self, match, "the second of \(match.examples) that are the same",
          "it has more weight in training than others",
          "keep one of them, unless they are repeated on purpose to give the example more weight",
          earlier: "the first of them"))
    }
    ledger.count(
      description.code, description.severity, times: duplicates.count - duplicates.first.count, errors: 0)
    guard let first = file.examples.firstLeftOut else { return }
    ledger.add(
      Finding(
        DuplicateExample.self,
        """
        the first of \(file.examples.leftOut) that are not compared with others, because tunekit compares at most \
        \(ComparedExamples.most)
        """,
        "there may be more that are the same",
        "check the dataset in smaller parts to compare all of its examples",
        at: Location(startOfLine: first.line, offset: first.offset)))
  }
}

import Diagnostics

/// TK202: a file that is one JSON array.
enum JSONArrayFile: Rule {
  static let description = RuleDescription(
    "TK202", "json-array-file", severity: .error, since: "0.1.0",
    message: "the file is one JSON array, but the service reads one JSON object per line",
    summary: "Each training example is on its own line, not in an array.",
    rationale: """
      Most JSON libraries write a list of examples as one array, on many lines or on one. JSON Lines has no \
      array around the examples and no commas between them, so that a file can be read line by line.
      """,
    remedy: """
      write each element of the array on its own line, without the outer brackets and the commas between \
      them: jq -c '.[]' array.json > train.jsonl
      """,
    fix: RuleFix(unsafely: "writes each element of the array on a line of its own"),
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "an array on a line between others, which is a fault of that line only",
        #"""
        [{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}]
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#,
        alongside: ["TK210"]),
      .rejects(
        "an array with an example in each line",
        #"""
        ↓[
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]},
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        ]
        """#),
      .rejects(
        "an indented array",
        #"""
        ↓[{
          "contents": [
            {"role": "user", "parts": [{"text": "Hi"}]},
            {"role": "model", "parts": [{"text": "Hello!"}]}
          ]
        }]
        """#),
      .rejects(
        "an array on one line",
        #"""
        ↓[{"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}]
        """#),
    ])
}

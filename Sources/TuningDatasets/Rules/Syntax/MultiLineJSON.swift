import Diagnostics

/// TK203: objects that span several lines.
enum MultiLineJSON: Rule {
  static let description = RuleDescription(
    "TK203", "multi-line-json", severity: .error, since: "0.1.0",
    message: "the first object spans several lines, but the service reads one JSON object per line",
    summary: "Each training example is on a single line.",
    rationale: #"""
      Indented JSON is easy to read, but it is not JSON Lines: each line is read as one example, and no \#
      line is a complete object. A line break inside a text is written as \n.
      """#,
    remedy: """
      write each object on one line, without line breaks and indentation: jq -c . indented.json > train.jsonl
      """,
    fix: RuleFix(unsafely: "writes each object on one line"),
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "spaces inside a line",
        #"""
        { "contents": [ {"role": "user", "parts": [ {"text": "Hi\nthere"} ]},\#
         {"role": "model", "parts": [ {"text": "Hello!"} ]} ] }
        """#),
      .accepts(
        "an only line that was cut",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]}
        """#,
        alongside: ["TK201"]),
      .rejects(
        "an indented object",
        #"""
        ↓{
          "contents": [
            {"role": "user", "parts": [{"text": "Hi"}]},
            {"role": "model", "parts": [{"text": "Hello!"}]}
          ]
        }
        """#),
      .rejects(
        "several objects with a turn in each line, reported once",
        #"""
        ↓{"contents":[{"role":"user","parts":[{"text":"Hi"}]},
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
    ])
}

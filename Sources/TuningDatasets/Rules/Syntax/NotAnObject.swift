import Diagnostics

/// TK210: a line that is another JSON value than an object.
enum NotAnObject: Rule {
  static let description = RuleDescription(
    "TK210", "not-an-object", severity: .error, since: "0.1.0",
    message: "the line is {0}, not an object, so it holds no example",
    summary: "Every line is a JSON object.",
    rationale: """
      An example is an object, because its parts have names: `contents`, `systemInstruction`, `tools`. A string is \
      mostly an object that was encoded twice, an array a list of turns without the object around it, and null a row \
      that an export left empty.
      """,
    remedy: "write the example as an object with the key contents, or remove the line",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts("an object that lacks everything is an object", "{}", alongside: ["TK301"]),
      .rejects(
        "a list of turns",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        ↓[{"role":"user","parts":[{"text":"Bye"}]},{"role":"model","parts":[{"text":"See you!"}]}]
        """#),
      .rejects(
        "an object encoded twice",
        #"""
        ↓"{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}"
        """#),
      .rejects(
        "null, a number and a truth value",
        #"""
        ↓null
         ↓-3.5
        ↓false
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
    ])
}

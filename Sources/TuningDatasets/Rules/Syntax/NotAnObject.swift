import Diagnostics

/// TK210: a line whose JSON value is not an object.
enum NotAnObject: Rule {
  static let description = RuleDescription(
    "TK210", "not-an-object", severity: .error, since: "0.1.0",
    message: "the line is {0}, not an object, so it is not a training example",
    summary: "Every line is a JSON object.",
    rationale: """
      A training example is an object with named fields: `contents`, `systemInstruction`, `tools`. A string \
      is usually an object that was encoded twice, an array is usually a list of turns without the object \
      around it, and null is usually a row that an export left empty.
      """,
    remedy: "write the training example as an object with the field 'contents', or remove the line",
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

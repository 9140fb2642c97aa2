import Diagnostics

/// TK209: two JSON values on a line.
enum SeveralValuesOnALine: Rule {
  static let description = RuleDescription(
    "TK209", "several-values-on-a-line", severity: .error, since: "0.1.0",
    message: "a second JSON value begins {0}, but the service reads one training example per line",
    summary: "Every line has one JSON value.",
    rationale: """
      Two values on a line are two examples without a line feed between them. Either the line feed was \
      never written, or two files were joined and the first did not end in one. A carriage return alone, the \
      line end of old spreadsheet programs, does not end a line. A JSON parser refuses the whole line.
      """,
    remedy: "{1}",
    remedyInGeneral: "write each value on a line of its own",
    source: Source(
      "models/tuning/supervised-tuning/prepare-data", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "white space after the value",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]} \#t
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "two examples without a line feed in between",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}\#
        ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "two examples with a space in between",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}\#
         ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "a comma between two examples, as in an array",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}↓,\#
        {"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}
        """#),
      .rejects(
        "lines that end in a carriage return alone",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}\#r\#
        ↓{"contents":[{"role":"user","parts":[{"text":"Bye"}]},\#
        {"role":"model","parts":[{"text":"See you!"}]}]}\#r\#
        {"contents":[{"role":"user","parts":[{"text":"And now?"}]},\#
        {"role":"model","parts":[{"text":"Bye!"}]}]}
        """#),
    ])
}

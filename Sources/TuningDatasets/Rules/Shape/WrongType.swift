import Diagnostics

/// TK303: a field whose value is not of the JSON type that the schema requires.
enum WrongType: Rule {
  static let description = RuleDescription(
    "TK303", "wrong-type", severity: .error, since: "0.1.0",
    message: "field '{0}' is {1}, so the line cannot be read as a training example",
    summary: "Every field has a value of the JSON type that the schema requires.",
    rationale: """
      Google's JSON parsers do not convert values: they refuse an object instead of an array, a string \
      instead of an object, and a number instead of a string. A single turn or a single part must be in an \
      array too, although the documentation's wording for single-turn examples can be read otherwise.
      """,
    remedy: "{2}",
    remedyInGeneral: """
      write a value of the type that the field has: put a single turn or part in an array, a text in the \
      'text' of a part, and what a function returned in an object
      """,
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a number written as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},\#
        {"role":"model","parts":[{"text":"42"}]}]}
        """#),
      .rejects(
        "a number as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},\#
        {"role":"model","parts":[{"text":↓42}]}]}
        """#),
      .rejects(
        "an instruction that is a string",
        #"""
        {"systemInstruction":↓"Be brief.","contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "an instruction that is a string, under its other name",
        #"""
        {"system_instruction":↓"Be brief.","contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "an instruction that is a list of parts",
        #"""
        {"systemInstruction":↓[ {"text":"Be brief."}],"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "arguments and responses as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Where is item 3?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"find_shelf","args":↓"{\"item\": 3}"}}]},\#
        {"parts":[{"functionResponse":{"name":"find_shelf","response":↓"Shelf 4"}}]},\#
        {"role":"model","parts":[{"text":"On shelf 4."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"find_shelf"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Where is item 3?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"find_shelf","args":↓"[object Object]"}}]},\#
        {"parts":[{"functionResponse":{"name":"find_shelf","response":↓[4]}}]},\#
        {"role":"model","parts":[{"text":"On shelf 4."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"find_shelf"}]}]}
        """#),
      .rejects(
        "contents that are one turn",
        #"""
        {"contents":↓{"role":"model","parts":[{"text":"Hello!"}]}}
        """#),
      .rejects(
        "parts that are one part",
        #"""
        {"contents":[{"role":"user","parts":↓{"text":"Hi"}},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a turn that is a string",
        #"""
        {"contents":[↓"Hi",{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a part that is a string",
        #"""
        {"contents":[{"role":"user","parts":[↓"Hi"]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a role that is a number",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":↓1,"parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a tool that is not in a list",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":↓{"functionDeclarations":[{"name":"get_time"}]}}
        """#),
      .rejects(
        "a file that is only its address",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓"gs://my-bucket/photos/cat.jpg"},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])
}

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
      array too, although the documentation's wording for single-turn examples can be read otherwise. A schema \
      in `parameters` or `response` has one type, not a list of types as in JSON Schema. The times of a video are \
      strings that end in `s`. Numbers may be in quotes.
      """,
    remedy: "{2}",
    remedyInGeneral: """
      write a value of the type that the field has: put a single turn or part in an array, a text in the \
      'text' of a part, and what a function returned in an object; give a schema one type
      """,
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "a number written as text",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"6 × 7?"}]},\#
        {"role":"model","parts":[{"text":"42"}]}]}
        """#),
      .accepts(
        "numbers and types of a schema in quotes or as numbers, and times with a fraction",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/clips/dog.mp4"},\#
        "videoMetadata":{"startOffset":"2.5s","endOffset":"25s","fps":" 1.5"}},{"text":"Which animal is this?"}]},\#
        {"role":"model","parts":[{"text":"A dog."}]}],"tools":[{"functionDeclarations":[{"name":"look","parameters":\#
        {"type":6,"properties":{"a":{"type":"5","minItems":"1","max_items":3.0,"items":{"type":"INTEGER",\#
        "minimum":"-Infinity","maximum":1e3}},"b":{}}}}]}]}
        """#),
      .accepts(
        "anything as a default, an example, other properties, or in JSON Schema",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"look","parameters":{"type":"OBJECT","default":null,\#
        "properties":{"a":{"type":"ARRAY","default":[1,"x"],"example":{"type":["x"]}}},"additionalProperties":false},\#
        "responseJsonSchema":{"type":["object","null"]}},{"name":"find","parametersJsonSchema":{"type":\#
        ["object","null"],"required":true}},{"name":"stop","parametersJsonSchema":null}]}]}
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
        "parameters that are no schema",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":↓"x"},{"name":"b","parameters":↓[]},\#
        {"name":"c","response":↓true}]}]}
        """#),
      .rejects(
        "a list of types, in parameters and in a property, in snake_case too",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"function_declarations":[{"name":"a","parameters":{"type":↓["OBJECT","NULL"],"properties":\#
        {"day":{"type":↓["STRING","NULL"]}}}}]}]}
        """#),
      .rejects(
        "properties that are not schemas, and lists, counts and flags of another type",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","properties":{"a":↓"STRING",\#
        "b":{"required":↓true,"enum":[↓1,"x",↓2]},"c":{"items":↓[{}],"min_items":↓1.5,"maxItems":↓"x","maximum":↓"5s"},\#
        "d":{"anyOf":↓{},"nullable":↓"true","description":↓7},"e":↓null},"required":↓"a"}}]}]}
        """#),
      .rejects(
        "times of a video that are numbers, or have no s",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"video/mp4","fileUri":"gs://my-bucket/clips/dog.mp4"},\#
        "videoMetadata":{"startOffset":↓5,"endOffset":↓"25"}},\#
        {"file_data":{"mime_type":"video/mp4","file_uri":"gs://my-bucket/clips/cat.mp4"},\#
        "video_metadata":{"start_offset":↓{"seconds":5},"end_offset":↓"00:25"}},\#
        {"text":"Which animals are these?"}]},{"role":"model","parts":[{"text":"A dog and a cat."}]}]}
        """#, alongside: ["TK508"]),
      .rejects(
        "arguments and a response as strings",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"find","args":↓"{\"day\": 1}"}}]},\#
        {"parts":[{"functionResponse":{"name":"find","response":↓"nothing"}}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}],"tools":[{"functionDeclarations":[{"name":"find"}]}]}
        """#),
      .rejects(
        "code and tools that are not objects",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"executableCode":↓"1 + 1"}]}],\#
        "tools":[{"googleSearch":↓true}],"toolConfig":{"retrievalConfig":{"latLng":{"latitude":↓true}}}}
        """#, alongside: ["TK315", "TK315"]),
      .rejects(
        "a file that is only its address",
        #"""
        {"contents":[{"role":"user","parts":[{"fileData":↓"gs://my-bucket/photos/cat.jpg"},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#),
    ])
}

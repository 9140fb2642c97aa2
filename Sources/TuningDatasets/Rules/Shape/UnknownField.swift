import Diagnostics

/// TK304: a field that the schema does not have.
///
/// Both of Google's JSON parsers refuse such a line: that of C++ and that of Python. It is a warning nevertheless, because the
/// service is not known to use either, unless what is lost is what the model should learn.
enum UnknownField: Rule {
  static let description = RuleDescription(
    "TK304", "unknown-field", severity: .warning,
    also: .error,
    when: """
      only the case or one letter differs from the name of a field with training content, so that this content \
      is lost
      """,
    since: "0.1.0",
    message: "unknown field '{0}' in {1}, which both of Google's JSON parsers refuse",
    summary: "Every field is one that Google's message types have.",
    rationale: """
      Both of Google's JSON parsers, for C++ and for Python, refuse a line with an unknown field. It is not \
      documented whether the tuning service refuses the line or silently drops the field. A misspelled field \
      is lost in either case: with `systeminstruction` or `Parts`, what the model should learn is lost. The keys \
      inside `args`, `response`, `properties` and `labels` are your own and are never unknown. Notes about an \
      example can go in `labels`. The schemas in `parameters` and `response` of a function declaration are a \
      subset of OpenAPI: of the keywords of JSON Schema they have only some, but `parametersJsonSchema` and \
      `responseJsonSchema` take all of them.
      """,
    remedy: "{2}",
    remedyInGeneral: """
      rename the field if its name is misspelled, or remove it; move a schema with keywords of JSON Schema to \
      'parametersJsonSchema' or 'responseJsonSchema'
      """,
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "keys of the user's own, where they belong",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"What time is it?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_time","response":{"hour":12,"minute":30}}}]},\#
        {"role":"model","parts":[{"text":"Half past twelve."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time"}]}],"labels":{"source":"faq"}}
        """#),
      .accepts(
        "every keyword of a schema, parameters with the names of others, and JSON Schema where it belongs",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{"type":"OBJECT","title":"A","defs":{"x":{}},\#
        "properties":{"$schema":{"type":"STRING","format":"date","pattern":"^2","minLength":1,"maxLength":10},\#
        "const":{"ref":"#/defs/x"},"oneOf":{"anyOf":[{"type":"NUMBER","minimum":0,"maximum":1},{"type":"NULL"}],\#
        "nullable":true},"examples":{"type":"ARRAY","items":{"type":"STRING","enum":["x"]},"minItems":0,"maxItems":2}},\#
        "required":["const"],"propertyOrdering":["const"],"minProperties":1,"maxProperties":4,\#
        "additionalProperties":{"const":1},"default":{"const":1},"example":{"const":1}}},\#
        {"name":"b","parametersJsonSchema":{"$schema":"x","properties":{"a":{"const":1}}}}]}]}
        """#, alongside: ["TK614"]),
      .rejects(
        "keywords of JSON Schema in a schema",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"a","parameters":{↓"$schema":"x","type":"OBJECT",↓"$defs":{},\#
        "properties":{"day":{"type":"INTEGER",↓"examples":[1],↓"exclusiveMinimum":0},"kind":{↓"$ref":"#/$defs/x"},\#
        "list":{"anyOf":[{"items":{↓"const":1}}]}}},"response":{↓"oneOf":[]}}]}]}
        """#),
      .rejects(
        "a misspelled keyword of a schema",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"function_declarations":[{"name":"a","parameters":{"type":"OBJECT",↓"requried":[],↓"strict":true}}]}]}
        """#),
      .accepts(
        "both of the spellings that a field has",
        #"""
        {"system_instruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a letter that is missing: the instruction is lost",
        #"""
        {↓"sytemInstruction":{"parts":[{"text":"Be brief."}]},\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#, as: .error),
      .rejects(
        "the wrong case, in every message",
        #"""
        {↓"Contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{↓"Role":"user","parts":[{"text":"Hi"}]},{"role":"model",↓"PARTS":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{↓"Text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"fileData":{↓"mimetype":"image/png",↓"fileURI":"gs://b/cat.png"}}]},\#
        {"role":"model","parts":[{"text":"A cat."}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Time?"}]},\#
        {"role":"model","parts":[{↓"functioncall":{"name":"get_time","args":{}}}]}],\#
        ↓"Tools":[{"functionDeclarations":[{"name":"get_time"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Time?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_time",↓"Args":{}}}]}],\#
        "tools":[{↓"function-declarations":[{"name":"get_time"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Time?"}]},\#
        {"role":"model","parts":[{"functionCall":{↓"Name":"get_time","args":{}}}]},\#
        {"parts":[{"functionResponse":{↓"Name":"get_time",↓"Response":{"hour":12}}}]},\#
        {"role":"model","parts":[{"text":"Twelve."}]}],"tools":[{"functionDeclarations":[{↓"Name":"get_time"}]}]}
        """#, as: .error),
      .rejects(
        "one letter: missing, superfluous, wrong, or swapped with the next",
        #"""
        {↓"content":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user",↓"partss":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{↓"roll":"model","parts":[{"text":"Hello!"}]}]}
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{↓"tetx":"Hello!"}]}]}
        """#, as: .error),
      .rejects(
        "a near name whose value is no content",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi",↓"test":true}]},\#
        {"role":"model","parts":[{"text":"Hello!"}],↓"rule":7}]}
        {↓"tool":null,"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "another vendor's name for the system instruction",
        #"""
        {↓"system":"Be brief.",\#
        "contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a note about the example",
        #"""
        {↓"id":17,"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a speaker's name in a turn",
        #"""
        {"contents":[{"role":"user",↓"name":"Ann","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a type in a part",
        #"""
        {"contents":[{"role":"user","parts":[{↓"type":"text","text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "a field of another vendor's in a function declaration",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_time",↓"strict":true}]}]}
        """#),
    ])
}

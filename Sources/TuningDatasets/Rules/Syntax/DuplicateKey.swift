import Diagnostics

/// TK206: a key that appears twice in one object.
enum DuplicateKey: Rule {
  static let description = RuleDescription(
    "TK206", "duplicate-key", severity: .error, since: "0.1.0",
    message: "key '{0}' appears twice in one object, so one of its values is lost or the line is refused",
    summary: "The keys of an object are unique, after escapes are decoded.",
    rationale: """
      Most JSON parsers keep the last of the two values without an error, so half of a conversation can be \
      lost. Google's parser refuses the line. Keys are compared as text at every depth, including in \
      function arguments and schemas.
      """,
    remedy: "remove one of the two values, or give it a different key",
    source: Source("google.protobuf.json_format", asOf: "2026-11-22", confidence: .observed),
    examples: [
      .accepts(
        "keys that differ in case, and the same keys in other objects",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"From A to B"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"route","args":{"from":"A","From":"B"}}}]}],\#
        "tools":[{"functionDeclarations":[{"name":"route","parameters":{"type":"OBJECT",\#
        "properties":{"from":{"type":"STRING"},"From":{"type":"STRING"}}}}]}]}
        """#),
      .rejects(
        "contents twice",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]}],\#
        ↓"contents":[{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "two texts in one part, the second key with an escape",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi",↓"t\u0065xt":"there"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "in the arguments of a call",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"From A to B"}]},{"role":"model","parts":\#
        [{"functionCall":{"name":"route","args":{"stop":"A","by":"train",↓"stop":"B"}}}]}]}
        """#),
    ])
}

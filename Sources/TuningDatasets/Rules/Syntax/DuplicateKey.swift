import Diagnostics

/// TK206: a key that stands twice in one object.
enum DuplicateKey: Rule {
  static let description = RuleDescription(
    "TK206", "duplicate-key", severity: .error, since: "0.1.0",
    message: "key '{0}' stands twice in one object, so one of its two values is lost or the line is refused",
    summary: "The keys of an object differ, after their escapes are read.",
    rationale: """
      Most JSON readers keep the last of two values and say nothing: half of a conversation can vanish that way. \
      Google's parser refuses the line. Keys are compared as text at every depth, in arguments and schemas too.
      """,
    remedy: "keep the value that is meant, or give the other a key of its own",
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

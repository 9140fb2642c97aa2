import Diagnostics
import Reports

/// Rules like those of the datasets, small enough to be seen whole in what is rendered.
enum SampleRules {
  static let unknownRole = RuleDescription(
    "TK401", "unknown-role", severity: .error, also: .warning, when: "the role is 'function' or 'tool'",
    since: "0.1.0", message: "role '{0}' is neither 'user' nor 'model'",
    summary: "Every turn in `contents` is spoken by `user` or by `model`.",
    rationale: "Gemini knows two speakers: `assistant` and `system` are other vendors'.",
    remedy: "write 'model' in place of '{0}'",
    source: Source("prepare-data", asOf: "2026-08-22", confidence: .documented),
    serviceSays: "Please use a valid role: user, model.",
    examples: [
      .accepts("the roles of Gemini", #"{"role":"user"}"#),
      .rejects("an OpenAI role", #"{"role":↓"assistant"}"#),
    ])

  static let invalidJSON = RuleDescription(
    "TK201", "invalid-json", severity: .error, since: "0.1.0", message: "expected {0}, found {1}",
    summary: "Every line is valid JSON.", rationale: "The service reads nothing else.",
    remedy: "write valid JSON", source: Source("RFC 8259", asOf: "2026-08-22", confidence: .documented),
    examples: [])

  static let arrayFile = RuleDescription(
    "TK202", "json-array-file", severity: .error, since: "0.1.0", message: "the file is a JSON array",
    summary: "The file is a line for each example, not an array of examples.",
    rationale: "The service reads lines.", remedy: "write each element on a line of its own",
    source: Source("RFC 8259", asOf: "2026-08-22", confidence: .documented), examples: [])

  static let truncated = RuleDescription(
    "TK002", "gzip-truncated", severity: .error, since: "0.1.0", message: "the gzip data end early",
    summary: "The gzip data are complete.", rationale: "Examples are missing.", remedy: "copy the file again",
    source: Source("RFC 1952", asOf: "2026-08-22", confidence: .documented), examples: [])

  static let emptyText = RuleDescription(
    "TK408", "empty-text", severity: .warning, since: "0.1.0", message: "the text is empty",
    summary: "A text says something.", rationale: "Nothing is learnt from nothing.",
    remedy: "fill the text in or take the part out",
    source: Source("prepare-data", asOf: "2026-08-22", confidence: .guess), examples: [])

  static let carriageReturns = RuleDescription(
    "TK104", "crlf-line-endings", severity: .info, isOffByDefault: true, since: "0.2.0",
    message: "the lines end in CR LF", summary: "Lines end in LF | not in CR LF.",
    rationale: "Some tools stumble.",
    remedy: "write LF", source: Source("RFC 8259", asOf: "2026-08-22", confidence: .observed), examples: [])

  static let fewExamples = RuleDescription(
    "TK701", "few-examples", severity: .info, also: .warning, when: "there are under 20", since: "0.1.0",
    message: "{0} are few to learn from", summary: "There are at least 100 examples.",
    rationale: "Quality needs examples.", remedy: "add examples",
    source: Source("prepare-data", asOf: "2026-08-22", confidence: .conflicting), examples: [])

  static let book = RuleBook(
    // Not in order, since the book has to bring them into it.
    [fewExamples, unknownRole, invalidJSON, arrayFile, truncated, emptyText, carriageReturns])
}

import Diagnostics

/// TK311: lines in the format of another program or of an older service.
///
/// A value is one such format, recognized by the fields at the top level of a line. A line is in the first format of
/// `all` whose fields it has; a line with `contents` is in no foreign format.
struct ForeignFormat: Rule {
  /// The name, as it is written before the word "format".
  let name: String
  /// The fields that a line in this format has, all of them; the finding points to the first.
  let keys: [String]
  /// How the fields are written in Gemini's format, as the end of a sentence.
  let mapping: String

  /// Every known format; one with more distinctive fields comes before one with fewer.
  static let all = [
    ForeignFormat(
      name: "chosen/rejected preference", keys: ["chosen", "rejected"],
      mapping: """
        'prompt' becomes a user turn in 'contents', and 'chosen' the model turn after it; supervised tuning does \
        not use 'rejected'
        """),
    ForeignFormat(
      name: "OpenAI preference", keys: ["preferred_output", "non_preferred_output"],
      mapping: """
        the messages of 'input' become turns in 'contents', and 'preferred_output' the model turn after them; \
        supervised tuning does not use 'non_preferred_output'
        """),
    ForeignFormat(
      name: "Alpaca", keys: ["instruction", "output"],
      mapping: """
        'instruction' and 'input' become a user turn in 'contents', and 'output' a model turn
        """),
    ForeignFormat(
      name: "Dolly", keys: ["instruction", "response"],
      mapping: """
        'instruction' and 'context' become a user turn in 'contents', and 'response' a model turn
        """),
    ForeignFormat(
      name: "prompt/completion", keys: ["prompt", "completion"],
      mapping: "'prompt' becomes a user turn in 'contents', and 'completion' a model turn"),
    ForeignFormat(
      name: "prompt/response", keys: ["prompt", "response"],
      mapping: "'prompt' becomes a user turn in 'contents', and 'response' a model turn"),
    ForeignFormat(
      name: "PaLM", keys: ["input_text", "output_text"],
      mapping: """
        'input_text' becomes a user turn in 'contents', and 'output_text' a model turn
        """),
    ForeignFormat(
      name: "AI Studio", keys: ["text_input", "output"],
      mapping: "'text_input' becomes a user turn in 'contents', and 'output' a model turn"),
    ForeignFormat(
      name: "input/output", keys: ["input", "output"],
      mapping: "'input' becomes a user turn in 'contents', and 'output' a model turn"),
    ForeignFormat(
      name: "question/answer", keys: ["question", "answer"],
      mapping: "'question' becomes a user turn in 'contents', and 'answer' a model turn"),
    ForeignFormat(
      name: "OpenAI chat", keys: ["messages"],
      mapping: """
        each entry of 'messages' becomes a turn in 'contents', and its 'content' the 'text' of a part; the role \
        'assistant' becomes 'model', and a 'system' message becomes 'systemInstruction'
        """),
    ForeignFormat(
      name: "ShareGPT", keys: ["conversations"],
      mapping: """
        each entry of 'conversations' becomes a turn in 'contents', and its 'value' the 'text' of a part; 'human' \
        becomes the role 'user', 'gpt' the role 'model', and a 'system' entry becomes 'systemInstruction'
        """),
    ForeignFormat(
      name: "batch prediction", keys: ["request"],
      mapping: """
        the object in 'request' becomes the line itself, and the answer to learn becomes the last model turn in \
        its 'contents'
        """),
  ]

  static let description = RuleDescription(
    "TK311", "foreign-format", severity: .error, keepsFromExamination: true, since: "0.1.0",
    message: "the line is in the {0} format, which the service refuses (lines in this format: {1})",
    summary: "Every line is in Gemini's own format, not in that of another vendor or of an older service.",
    rationale: """
      Gemini is tuned from `contents`, which a line in another format does not have. The service was seen \
      to refuse PaLM's format for this reason; its message counts rows from 0. On the same platform, open \
      models accept `messages`, but Gemini does not. Each format is reported once, at its first line.
      """,
    remedy: "convert the lines: {2}",
    source: Source("google.protobuf.json_format on GeminiExample", asOf: "2026-11-22", confidence: .observed),
    serviceSays: "Row: 0. Missing required `contents` field.",
    examples: [
      .accepts(
        "another format's field, but inside a function's response",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Any mail?"}]},\#
        {"role":"model","parts":[{"functionCall":{"name":"get_mail","args":{}}}]},\#
        {"parts":[{"functionResponse":{"name":"get_mail","response":{"messages":[{"role":"user","content":"Hi"}]}}}]},\#
        {"role":"model","parts":[{"text":"One: Hi."}]}],\#
        "tools":[{"functionDeclarations":[{"name":"get_mail"}]}]}
        """#),
      .rejects(
        "OpenAI chat: one finding for both lines, none for Gemini's",
        #"""
        {"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        {↓"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Bye"},\#
        {"role":"assistant","content":"Bye!"}]}
        {"messages":[{"role":"user","content":"Thanks"},{"role":"assistant","content":"Welcome!"}]}
        """#),
      .rejects(
        "two formats in one file",
        #"""
        {↓"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}
        {↓"prompt":"Bye","completion":"Goodbye!"}
        """#),
      .rejects(
        "ShareGPT",
        #"""
        {↓"conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Hello!"}]}
        """#),
      .rejects(
        "Alpaca",
        #"""
        {↓"instruction":"Translate to French.","input":"Good morning","output":"Bonjour"}
        """#),
      .rejects(
        "Dolly",
        #"""
        {↓"instruction":"Who wrote it?","context":"Emma is by Jane Austen.","response":"Jane Austen"}
        """#),
      .rejects("a prompt and its completion", #"{↓"prompt":"The capital of Peru?","completion":"Lima"}"#),
      .rejects("a prompt and its response", #"{↓"prompt":"The capital of Peru?","response":"Lima"}"#),
      .rejects(
        "PaLM on Vertex AI",
        #"""
        {↓"input_text":"The capital of Peru?","output_text":"Lima"}
        """#),
      .rejects(
        "AI Studio, until 2025",
        #"""
        {↓"text_input":"The capital of Peru?","output":"Lima"}
        """#),
      .rejects("an input and its output", #"{↓"input":"The capital of Peru?","output":"Lima"}"#),
      .rejects("a question and its answer", #"{↓"question":"The capital of Peru?","answer":"Lima"}"#),
      .rejects(
        "pairs to prefer from",
        #"""
        {"prompt":"The capital of Peru?",↓"chosen":"Lima","rejected":"Cusco"}
        """#),
      .rejects(
        "OpenAI's pairs to prefer from",
        #"""
        {"input":{"messages":[{"role":"user","content":"The capital of Peru?"}]},\#
        ↓"preferred_output":[{"role":"assistant","content":"Lima"}],\#
        "non_preferred_output":[{"role":"assistant","content":"Cusco"}]}
        """#),
      .rejects(
        "Gemini's own batch prediction",
        #"""
        {↓"request":{"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]}]}}
        """#),
    ])
}

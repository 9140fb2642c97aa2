import Diagnostics

/// TK311: lines in the format of another program or of an older service; see ``LineFormat``.
enum ForeignFormat: Rule {
  static let description = RuleDescription(
    "TK311", "foreign-format", severity: .error, keepsFromExamination: true, since: "0.1.0",
    message: "the line is {0}, which the service refuses (lines of this kind: {1})",
    summary: "Every line is in Gemini's own format, not in that of another vendor or of an older service.",
    rationale: """
      Gemini is tuned from `contents`, which a line in another format does not have. The service was seen \
      to refuse PaLM's format for this reason; its message counts rows from 0. On the same platform, open \
      models accept `messages`, but Gemini does not. Each format is reported once, at its first line, and \
      counted by lines. Lines in other formats are not examples.
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
        "a request for batch prediction",
        #"""
        {↓"request":{"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]}]}}
        """#),
      .rejects(
        "output of batch prediction",
        #"""
        {"status":"",↓"request":{"contents":[{"role":"user","parts":[{"text":"The capital of Peru?"}]}]},\#
        "response":{"candidates":[{"content":{"role":"model","parts":[{"text":"Lima"}]}}]}}
        """#),
      .rejects(
        "an example inside another object",
        #"""
        {"id":7,↓"data":{"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}}
        """#),
      .rejects(
        "a list of examples on one line",
        #"""
        {↓"examples":[{"contents":[{"role":"user","parts":[{"text":"Hi"}]},\#
        {"role":"model","parts":[{"text":"Hello!"}]}]}]}
        """#),
      .rejects(
        "Gemini's turns under another name",
        #"""
        {↓"messages":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]}
        """#),
      .rejects(
        "Gemini 1.0, until 2024",
        #"""
        {↓"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},\#
        {"role":"model","content":"Hello!"}]}
        """#),
      .rejects(
        "Anthropic Messages, with the system prompt at the top",
        #"""
        {"system":"Be brief.",↓"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]},\#
        {"role":"assistant","content":"Hello!"}],"max_tokens":16}
        """#),
    ])
}

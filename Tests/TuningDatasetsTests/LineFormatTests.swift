import Diagnostics
import JSONLines
import ModelCatalog
import TestSupport
import Testing

@testable import TuningDatasets

/// Lines in other formats: what they are called, and how they become examples.
@Suite struct LineFormatTests {
  private static let turns =
    #"[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]"#

  private func report(_ lines: [String]) throws -> FileReport {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), as: "train.jsonl")
    return try #require(
      DatasetValidation(trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn)).run()
        .first)
  }

  /// A line, what it is, and its mapping.
  private static let lines: [(line: String, name: String, mapping: String)] = [
    (
      #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}"#,
      "in the OpenAI chat format",
      """
      each entry of 'messages' becomes a turn in 'contents', and its 'content' the 'text' of a part; the role \
      'assistant' becomes 'model'
      """
    ),
    (
      #"""
      {"id":1,"messages":[{"role":"developer","content":"Brief."},{"role":"user","content":[{"type":"text","text":"Hi"}]},\#
      {"role":"assistant","content":null,"tool_calls":[]},{"role":"tool","content":"x"}],\#
      "tools":[{"type":"function","function":{"name":"f"}}]}
      """#,
      "in the OpenAI chat format",
      """
      each entry of 'messages' becomes a turn in 'contents', and each text in its 'content' a part with 'text'; the role \
      'assistant' becomes 'model'; the entry with the role 'developer' becomes 'systemInstruction'; calls of tools and \
      their results become parts with 'functionCall' and 'functionResponse'; the functions in the list of tools become \
      entries of 'functionDeclarations' of one tool; the other fields are removed
      """
    ),
    (
      #"{"messages":[]}"#, "in the OpenAI chat format",
      "each entry of 'messages' becomes a turn in 'contents'"
    ),
    (
      #"{"conversations":[{"role":"user","content":"Hi"}]}"#, "in the OpenAI chat format",
      "each entry of 'conversations' becomes a turn in 'contents', and its 'content' the 'text' of a part"
    ),
    (
      #"{"anthropic_version":"a","messages":[{"role":"user","content":"Hi"}]}"#,
      "in the Anthropic Messages format",
      """
      each entry of 'messages' becomes a turn in 'contents', and its 'content' the 'text' of a part; the other fields \
      are removed
      """
    ),
    (
      #"{"messages":[{"role":"user","content":"Hi"}],"system":"Be brief."}"#,
      "in the Anthropic Messages format",
      """
      each entry of 'messages' becomes a turn in 'contents', and its 'content' the 'text' of a part; the field 'system' \
      becomes 'systemInstruction': {"parts": [{"text": …}]}
      """
    ),
    (
      #"{"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"x"}]}]}"#,
      "in the Anthropic Messages format",
      """
      each entry of 'messages' becomes a turn in 'contents', and each text in its 'content' a part with 'text'; calls of \
      tools and their results become parts with 'functionCall' and 'functionResponse'
      """
    ),
    (
      #"{"schemaVersion":"b","system":[{"text":"x"}],"messages":[{"role":"user","content":[{"text":"Hi"}]}]}"#,
      "in the Amazon Bedrock format",
      """
      each entry of 'messages' becomes a turn in 'contents', and each text in its 'content' a part with 'text'; the field \
      'system' becomes 'systemInstruction': {"parts": [{"text": …}]}; the other fields are removed
      """
    ),
    (
      #"{"messages":[{"role":"system","content":"x"},{"role":"user","content":"a"},{"role":"model","content":"b"}]}"#,
      "in the Gemini 1.0 format",
      """
      each entry of 'messages' becomes a turn in 'contents', and its 'content' the 'text' of a part; the entry with the \
      role 'system' becomes 'systemInstruction'
      """
    ),
    (
      #"{"context":"x","messages":[{"author":"user","content":"a"},{"author":"bot","content":"b"}]}"#,
      "in the PaLM chat format",
      """
      each entry of 'messages' becomes a turn in 'contents', and its 'content' the 'text' of a part; 'author' becomes \
      'role'; the role 'bot' becomes 'model'; the field 'context' becomes 'systemInstruction': {"parts": [{"text": …}]}
      """
    ),
    (
      #"{"conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b"}],"system":"x"}"#,
      "in the ShareGPT format",
      """
      each entry of 'conversations' becomes a turn in 'contents', and its 'value' the 'text' of a part; 'from' becomes \
      'role'; the role 'gpt' becomes 'model'; the role 'human' becomes 'user'; the field 'system' becomes \
      'systemInstruction': {"parts": [{"text": …}]}
      """
    ),
    (
      #"{"messages":\#(turns)}"#, "in Gemini's format, but with its turns in 'messages'",
      "rename 'messages' to 'contents'"
    ),
    (
      #"{"history":[{"role":"user","parts":["Hi"]},{"role":"assistant","parts":["Hello!"]}]}"#,
      "in Gemini's format, but with its turns in 'history'",
      "rename 'history' to 'contents'; the role 'assistant' becomes 'model'"
    ),
    (
      #"{"request":{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}}"#,
      "a request for batch prediction",
      "the object in 'request' becomes the line itself, and the answer to learn the last turn in its 'contents'"
    ),
    (
      #"{"response":{"candidates":[]},"request":{"contents":[]}}"#, "output of batch prediction",
      """
      the object in 'request' becomes the line itself, and 'content' of the first of the 'candidates' in 'response' the \
      last turn in its 'contents'
      """
    ),
    (
      #"{"request":{"contents":\#(turns)}}"#, "an example inside 'request'",
      "the object in 'request' becomes the line itself: jq -c '.request' old.jsonl > train.jsonl"
    ),
    (
      #"{"id":1,"training example":{"systemInstruction":{},"contents":\#(turns)}}"#,
      "an example inside 'training example'", "the object in 'training example' becomes the line itself"
    ),
    (
      #"{"examples":[{"contents":\#(turns)},{"contents":[]}]}"#, "a list of examples in 'examples'",
      "each element of 'examples' becomes a line of its own: jq -c '.examples[]' old.jsonl > train.jsonl"
    ),
    (
      #"{"custom_id":"a","url":"/v1/chat/completions","body":{"messages":[{"role":"user","content":"Hi"}]}}"#,
      "a request for OpenAI's batch API",
      "each entry of 'messages' in 'body' becomes a turn in 'contents', and the answer to learn the last one"
    ),
    (
      #"{"instruction":"a","input":"b","output":"c","system":"d","text":"e"}"#, "in the Alpaca format",
      """
      'instruction' and 'input' become a user turn in 'contents', and 'output' a model turn; the field 'system' becomes \
      'systemInstruction': {"parts": [{"text": …}]}; the other fields are removed
      """
    ),
    (
      #"{"instruction":"a","input":null,"output":"c"}"#, "in the Alpaca format",
      "'instruction' becomes a user turn in 'contents', and 'output' a model turn"
    ),
    (
      #"{"question":"a","context":"b","answer":"c"}"#, "in the question/answer format",
      "'question' and 'context' become a user turn in 'contents', and 'answer' a model turn"
    ),
    (
      #"{"prompt":"a","chosen":"b","rejected":"c"}"#, "in the chosen/rejected preference format",
      """
      'prompt' becomes a user turn in 'contents', and 'chosen' the model turn after it; supervised tuning does not use \
      'rejected'
      """
    ),
    (
      #"{"chosen":[],"rejected":[]}"#, "in the chosen/rejected preference format",
      "'chosen' becomes the turns in 'contents'; supervised tuning does not use 'rejected'"
    ),
  ]

  /// More of them, by what the mapping ends in.
  private static let more: [(line: String, name: String, end: String)] = [
    (
      #"{"data":{"messages":[{"role":"user","content":"a"}]}}"#, "a list of messages inside 'data'",
      "each entry of 'messages' in 'data' becomes a turn in 'contents'"
    ),
    (
      #"{"messages":[{"role":"user","content":"a"}],"tools":[{"name":"f","input_schema":{}}]}"#,
      "in the Anthropic Messages format", "entries of 'functionDeclarations' of one tool"
    ),
    (
      #"{"conversations":[{"from":"user","value":"a"}],"tools":"[]"}"#, "in the ShareGPT format",
      "entries of 'functionDeclarations' of one tool"
    ),
    (
      #"{"prompt":[{"role":"user","content":"a"}],"completion":[]}"#, "in the prompt/completion format",
      "each entry of 'prompt' becomes a turn in 'contents', and 'completion' the model turn after them"
    ),
    (
      #"{"input":"a","target":"b"}"#, "in the input/target format",
      "'input' becomes a user turn in 'contents', and 'target' a model turn"
    ),
    (#"{"query":"a","response":"b"}"#, "in the query/response format", "'response' a model turn"),
    (#"{"user":"a","assistant":"b"}"#, "in the user/assistant format", "'assistant' a model turn"),
    (#"{"question":"a","response":"b"}"#, "in the question/response format", "'response' a model turn"),
  ]

  @Test("and so are lines in rarer formats", arguments: more.indices)
  func rareFormat(index: Int) throws {
    let (line, name, end) = Self.more[index]
    let finding = try #require(try report([line]).findings.first)
    #expect(finding.code == "TK311" && finding.arguments[0] == name)
    #expect(finding.arguments[2].hasSuffix(end), "\(finding.arguments[2])")
  }

  @Test(
    "a line in another format is called what it is, and told how to become an example",
    arguments: lines.indices)
  func format(index: Int) throws {
    let (line, name, mapping) = Self.lines[index]
    let report = try report([line])
    #expect(report.findings.map(\.code) == ["TK311"])
    #expect(report.findings.first?.arguments == [name, "1", mapping])
  }

  @Test("what has contents, or is nothing known, is in no other format")
  func noFormat() throws {
    let contents = #""contents":"# + Self.turns
    for line in [
      #"{\#(contents),"messages":[{"role":"user","content":"Hi"}]}"#,
      #"{\#(contents),"request":{\#(contents)}}"#,
      #"{"history":["a","b"]}"#, #"{"history":"a"}"#, #"{"turns":[{"role":"user"}]}"#,
      #"{"data":{"contents":"a"}}"#,
      #"{"request":{"model":"a"}}"#, #"{"data":[1,{\#(contents)}]}"#, #"{"messages":null,"prompt":"a"}"#,
      "{}",
      #"{"body":{"messages":null}}"#,
    ] {
      #expect(try !report([line]).findings.contains { $0.code == "TK311" }, "\(line)")
    }
  }

  @Test("one finding for all lines of a format, counted by lines, with what any of them needs")
  func together() throws {
    let lines = [
      #"{"messages":[{"role":"user","content":"Hi"}]}"#, #"{"contents":\#(Self.turns)}"#,
      #"{"messages":[{"role":"system","content":"x"}],"tools":[]}"#,
      #"{"messages":[{"role":"assistant","content":"x"}]}"#,
    ]
    let report = try report(lines)
    let finding = try #require(report.findings.first { $0.code == "TK311" })
    #expect(finding.location?.line == 1)
    #expect(finding.arguments[1] == "3")
    #expect(
      finding.arguments[2].hasSuffix("'model'; the entry with the role 'system' becomes 'systemInstruction'"))
    #expect(report.counts.first { $0.code == "TK311" }?.findings == 3)
    // One example is left, and the others are not counted as such.
    #expect(report.findings.first { $0.code == "TK701" }?.arguments.first == "1")
  }

  @Test("a key that would need quotes in a shell is in no command, and a long one is cut")
  func hostileKeys() throws {
    for key in ["a'b", "", "é", "1a", #"\u0041b c"#, String(repeating: "k", count: 1000)] {
      let finding = try #require(try report([#"{"\#(key)":{"contents":\#(Self.turns)}}"#]).findings.first)
      #expect(finding.code == "TK311")
      #expect(!finding.arguments[2].contains("jq"), "\(key)")
      #expect(finding.arguments[2].utf8.count < 200)
    }
  }
}

import Diagnostics
import Foundation
import JSONLines
import ModelCatalog
import TestSupport
import Testing
import Tokenization

@testable import TuningDatasets

/// What is counted of an example.
@Suite("tokens of examples")
struct ExampleTokenCounterTests {
  /// The texts of a line that are counted: of the input, and of the output.
  private func texts(of text: String) throws -> (input: [String], output: [String]) {
    var decoder = ExampleDecoder()
    return try LineBytes.with(text.utf8) { line in
      _ = try decoder.decode(line)
      decoder.context.setLine(line)
      var (input, output): ([String], [String]) = ([], [])
      decoder.context.forEachCountedText { token, isOutput in
        let text = String(decoding: line.unescaped(token), as: UTF8.self)
        if isOutput { output.append(text) } else { input.append(text) }
      }
      return (input, output)
    }
  }

  @Test("texts of turns and of the system instruction; every turn of the model is output")
  func turns() throws {
    let found = try texts(
      of: #"""
        {"systemInstruction":{"role":"system","parts":[{"text":"Be\u0020brief."}]},"contents":[\#
        {"role":"user","parts":[{"text":"a"},{"fileData":{"mimeType":"image/png","fileUri":"gs://b/c.png"}}]},\#
        {"role":"model","parts":[{"text":"b"}]},{"parts":[{"text":"c"}]},\#
        {"role":"model","parts":[{"text":"d"},{"text":"e"}]}],"labels":{"f":"g"}}
        """#)
    #expect(found.input == ["Be brief.", "a", "c"])
    #expect(found.output == ["b", "d", "e"])
  }

  @Test("names, keys and strings of calls and responses")
  func calls() throws {
    let found = try texts(
      of: #"""
        {"contents":[{"role":"user","parts":[{"text":"a"}]},\#
        {"role":"model","parts":[{"functionCall":{"id":"1","args":{"b":1,"c":["d",{"e\n":"f"}],"g":null},"name":"h"}},\#
        {"text":"i"}]},\#
        {"role":"user","parts":[{"functionResponse":{"name":"h","response":{"j":"k","l":true}}}]},\#
        {"role":"model","parts":[{"text":"m"}]}]}
        """#)
    #expect(found.input == ["a", "h", "j", "k", "l"])
    #expect(found.output == ["i", "m", "h", "b", "c", "d", "e\n", "f", "g"])
  }

  @Test("of declarations, what describes them")
  func declarations() throws {
    let found = try texts(
      of: #"""
        {"tools":[{"functionDeclarations":[{ "name" : "a", "description":"b", "behavior":"BLOCKING", "parameters":{
        "type":"OBJECT","title":"no","properties":{"description":{"type":"STRING","description":"c","enum":["d","e"]},
        "f":{"type":"ARRAY", "items":{"format":"g","default":"no","example":{"h":["i"]}}}},"required":["j"],
        "anyOf":[{"description":"k"}, {"pattern":"no"}]}, "response":{"nullable":true,"description":"l"}},
        {"name":"m","parametersJsonSchema":{"$defs":{"no":{"description":"n"}},"const":"no","properties":{}}}]}],
        "contents":[{"role":"model","parts":[{"text":"o"}]}]}
        """#.replacing("\n", with: " "))
    #expect(
      found.input == ["a", "b", "description", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"])
    #expect(found.output == ["o"])
  }

  @Test(
    "google-genai's LocalTokenizer counts the same",
    .enabled(
      if: Tool.hasPython("sentencepiece") && Tool.hasPython("google.genai.local_tokenizer"),
      "needs sentencepiece and google-genai"))
  func agreement() throws {
    let folder = try TemporaryFolder()
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let trainer = tests.appending(path: "../../TokenizationTests/TokenizerJudge.py").path
    _ = try Tool.output(of: ["python3", trainer, folder.path, "1", "20261128"])
    let files = URL(filePath: folder.path)
    let judge = tests.appending(path: "TokenCountJudge.py").path
    let model = files.appending(path: "model").path
    _ = try Tool.output(of: ["python3", judge, model, folder.path, "500", "20261128"])
    let tokenizer = try Tokenizer(Array(try Data(contentsOf: URL(filePath: model))))
    let lines = try Data(contentsOf: files.appending(path: "examples.jsonl")).split(separator: 0x0A)
    let counts = try String(contentsOf: files.appending(path: "counts"), encoding: .utf8).split(
      separator: "\n")
    #expect(lines.count == 500 && counts.count == 500)
    var decoder = ExampleDecoder()
    var counter = ExampleTokenCounter(with: .vocabulary(tokenizer))
    for (text, expected) in zip(lines, counts) {
      try LineBytes.with(text) { line in
        _ = try decoder.decode(line)
        decoder.context.setLine(line)
        let count = counter.count(decoder.context)
        #expect("\(count.input) \(count.output)" == expected, "\(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  @Test(
    "media by their kind, the resolution and the model",
    arguments: [
      ("image/png", "", "", nil, 256, 0), ("image/png", "", "LOW", nil, 64, 0),
      ("IMAGE/PNG", "", "MEDIUM", nil, 256, 0), ("image/png", "", "", "gemini-3.5-flash", 1120, 0),
      ("image/png", "", "LOW", "gemini-3.5-flash", 280, 0),
      ("video/mp4", #","videoMetadata":{"startOffset":"2s","endOffset":"12.5s"}"#, "LOW", nil, 640, 0),
      ("video/mp4", #","videoMetadata":{"endOffset":"10s"}"#, "", nil, 2560, 0),
      ("video/mp4", #","videoMetadata":{"endOffset":"10s"}"#, "MEDIUM", "gemini-3.5-flash", 700, 0),
      ("video/mp4", #","videoMetadata":{"startOffset":"9s","endOffset":"1s"}"#, "", nil, 0, 0),
      ("video/mp4", #","videoMetadata":{"startOffset":"2s"}"#, "", nil, 0, 1),
      ("video/mp4", "", "", nil, 0, 1),
      ("audio/mpeg", "", "", nil, 0, 1), ("application/pdf", "", "", nil, 0, 1),
      ("text/plain", "", "", nil, 0, 1),
    ] as [(String, String, String, String?, Int, Int)])
  func media(type: String, metadata: String, resolution: String, model: String?, tokens: Int, unknown: Int)
    throws
  {
    let settings =
      resolution.isEmpty ? "" : #","generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_\#(resolution)"}"#
    let text =
      #"{"contents":[{"role":"user","parts":[{"fileData":{"mimeType":"\#(type)","fileUri":"gs://b/c"}\#(metadata)}]},"#
      + #"{"role":"model","parts":[{"text":"d"}]}]\#(settings)}"#
    var requirements = DatasetRequirements(loosestOf: .builtIn)
    if let model {
      requirements = DatasetRequirements(of: try #require(ModelCatalog.builtIn.model(id: model)))
    }
    var decoder = ExampleDecoder(
      ExampleContext(requirements),
      findings: LineFindings(isWanted: RuleSettings(.datasets).counted, mostStored: 20))
    var counter = ExampleTokenCounter(with: .estimate)
    let count = try LineBytes.with(text.utf8) { line in
      _ = try decoder.decode(line)
      decoder.context.setLine(line)
      return counter.count(decoder.context, at: decoder.mediaResolution.level)
    }
    #expect(count.media == tokens && count.uncountedMedia == unknown)
    #expect(count.total == count.input + count.output + count.media)
  }

  @Test("an error is never by samples: letters that are only where samples are do not count for the rest")
  func samples() throws {
    let piece = String(repeating: "a", count: 1024) + String(repeating: " ", count: 15_360)
    let text = String(repeating: piece, count: 140)
    var decoder = ExampleDecoder()
    let size = try LineBytes.with(#"{"contents":[{"role":"model","parts":[{"text":"\#(text)"}]}]}"#.utf8) {
      line in
      _ = try decoder.decode(line)
      decoder.context.setLine(line)
      return TextSize(of: decoder.context, limit: 131_072)
    }
    #expect(size.characters == 140 * 1024)
  }
}

import Foundation
import JSONLines
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
}

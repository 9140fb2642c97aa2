import JSONLines
import Testing

@testable import TuningDatasets

/// What is known of the media and functions of an example, and where it stands.
@Suite struct TrainingExampleTests {
  /// Looks at what a decoder makes of a line.
  private func read(
    _ text: String, _ look: (borrowing TrainingExample, (TrainingExample.Place) -> String) -> Void
  ) throws {
    var decoder = ExampleDecoder()
    try LineBytes.with(text.utf8) { line in
      _ = try decoder.decode(line)
      look(decoder.example) { place in
        guard let range = place.range else { return place.isSpoilt ? "spoilt" : "absent" }
        return String(decoding: line.bytes(in: range), as: UTF8.self)
      }
    }
  }

  private func line(_ parts: String..., rest: String = "") -> String {
    #"{"contents":[{"role":"user","parts":[\#(parts.joined(separator: ","))]}]\#(rest)}"#
  }

  @Test func media() throws {
    let file = #"{"mimeType":"a/b","fileUri":"gs://a","displayName":"c"}"#
    let inline = #"{"data":"AA==","mime_type":"d\u002fe"}"#
    let text = line(
      #"{"text":"Hi"}"#, #"{"videoMetadata":{"fps":1},"fileData":\#(file)}"#,
      #"{"inline_data":\#(inline),"mediaResolution":{"level":1}}"#)
    try read(text) { example, shown in
      guard example.media.count == 2 else {
        Issue.record("\(example.media.count) media")
        return
      }
      let (first, second) = (example.media[0], example.media[1])
      #expect(first.kind == .file && first.part == 1 && second.kind == .inline && second.part == 2)
      #expect(shown(first.object) == file && shown(second.object) == inline)
      #expect(shown(first.mimeType) == #""a/b""# && shown(second.mimeType) == #""d\u002fe""#)
      #expect(shown(first.content) == #""gs://a""# && shown(second.content) == #""AA==""#)
      #expect(shown(first.displayName) == #""c""# && second.displayName.isAbsent)
      #expect(shown(first.videoMetadata) == #"{"fps":1}"# && second.videoMetadata.isAbsent)
      #expect(first.mediaResolution.isAbsent && shown(second.mediaResolution) == #"{"level":1}"#)
    }
  }

  @Test func functions() throws {
    let text = line(
      #"{"functionCall":{"name":"f","id":"1","args":{"a":1}}}"#, #"{"text":"Hi"}"#,
      #"{"functionResponse":{"id":"1","response":{"b":2},"name":"f","parts":[{"inlineData":{"data":"AA=="}}]}}"#,
      rest: #"""
        ,"tools":[{"functionDeclarations":[{"name":"f","parameters":{"c":3}}]},{"googleSearch":{}},\#
        {"functionDeclarations":[{"name":"g","parametersJsonSchema":true,"parameters":{}},{"description":"h"}]}]
        """#)
    try read(text) { example, shown in
      let (call, response) = (example.functionCalls[0], example.functionResponses[0])
      #expect(example.functionCalls.count == 1 && example.functionResponses.count == 1)
      #expect(call.part == 0 && response.part == 2)
      #expect(
        shown(call.name) == #""f""# && shown(call.id) == #""1""# && shown(call.arguments) == #"{"a":1}"#)
      #expect(shown(response.name) == #""f""# && shown(response.id) == #""1""#)
      #expect(
        shown(response.response) == #"{"b":2}"#
          && shown(TrainingExample.Place(example.range(of: call))).hasPrefix(#"{"name""#))
      #expect(example.media.count == 1 && example.media[0].part == 2)
      #expect(example.functionDeclarations.count == 3)
      let declarations = (0..<3).map { example.functionDeclarations[$0] }
      #expect(declarations.map(\.tool) == [0, 2, 2])
      #expect(declarations.map { shown($0.name) } == [#""f""#, #""g""#, "absent"])
      #expect(declarations.map { shown($0.schema) } == [#"{"c":3}"#, "true", "absent"])
      #expect(declarations[0].dialect == .parameters && declarations[1].dialect == .parametersJsonSchema)
      #expect(!example.hasSpoiltDeclarations && example.hasFunctions)
    }
  }

  @Test("a value of the wrong type is marked, null is absent")
  func wrongTypes() throws {
    let text = line(
      #"{"fileData":{"mimeType":1,"fileUri":["gs://a"],"displayName":null},"videoMetadata":"5s"}"#,
      #"{"functionCall":{"name":{},"args":[],"id":null}}"#, #"{"fileData":"gs://a"}"#, #"{"functionCall":[]}"#
    )
    try read(text) { example, shown in
      #expect(example.media.count == 1 && example.functionCalls.count == 1)
      let (media, call) = (example.media[0], example.functionCalls[0])
      #expect(media.mimeType.isSpoilt && media.content.isSpoilt && media.content.string == nil)
      #expect(media.displayName.isAbsent && media.videoMetadata.isSpoilt)
      #expect(call.name.isSpoilt && call.arguments.isSpoilt && call.id.isAbsent)
      #expect(example.parts.count == 4)
    }
  }

  @Test(
    "declarations that could not be read are noted",
    arguments: [
      ("[]", false), (#"[{"functionDeclarations":[{"name":"f"}]}]"#, false), ("{}", true), ("[0]", true),
      (#"[{"functionDeclarations":{}}]"#, true), (#"[{"functionDeclarations":["f"]}]"#, true),
      ("null", false),
    ])
  func spoiltDeclarations(tools: String, areSpoilt: Bool) throws {
    try read(line(#"{"text":"Hi"}"#, rest: #","tools":\#(tools)"#)) { example, _ in
      #expect(example.hasSpoiltDeclarations == areSpoilt)
    }
  }

  @Test("of several in a row of which nothing is known, one is kept")
  func emptyInARow() throws {
    let text = line(
      #"{"fileData":{}}"#, #"{"fileData":{}}"#, #"{"inlineData":{"data":"a"}}"#, #"{"fileData":{}}"#,
      rest: #","tools":[{"functionDeclarations":[{},{},{"name":"f"},{}]}]"#)
    try read(text) { example, _ in
      #expect((0..<example.media.count).map { example.media[$0].part } == [0, 2, 3])
      #expect(example.parts.count == 4 && example.functionDeclarations.count == 3)
    }
  }

  @Test("all data of a part with several are known, whichever comes first")
  func severalData() throws {
    let text = line(
      #"{"fileData":{"fileUri":"gs://a"},"functionCall":{"name":"f"}}"#, "{}", #"{"text":0,"fileData":{}}"#)
    try read(text) { example, _ in
      #expect((0..<example.media.count).map { example.media[$0].part } == [0, 1])
      #expect(example.functionCalls.count == 1 && example.functionCalls[0].part == 0)
      #expect((0..<example.parts.count).map { example.parts[$0].kind } == [.spoilt, .spoilt])
    }
  }
}

import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// An example has the same digests however it is written, and others if a character is another.
@Suite struct ExampleDigestTests {
  /// The digests of an example.
  private struct Digests: Equatable {
    var all: ContentDigest
    var prompt: ContentDigest
    var instruction: ContentDigest
    var tools: ContentDigest
  }

  private func digests(_ text: String, _ decoder: inout ExampleDecoder) throws -> Digests {
    try LineBytes.with(text.utf8) { line in
      _ = try decoder.decode(line)
      let digest = decoder.digest
      return Digests(
        all: digest.total, prompt: digest.prompt, instruction: digest.instruction, tools: digest.tools)
    }
  }

  @Test("random examples, spelled in two ways and changed in one place", arguments: 0..<300 as Range<UInt64>)
  func spellings(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var decoder = ExampleDecoder()
    let example = RandomExample.example(&generator)
    let (first, second) = (example.written(&generator), example.written(&generator))
    let expected = try digests(first, &decoder)
    #expect(try digests(second, &decoder) == expected, "\(first)\n\(second)")
    for _ in 0..<8 {
      let leaf = Int.random(in: 0..<example.leaves, using: &generator)
      let changed = example.changed(at: leaf).written(&generator)
      let found = try digests(changed, &decoder)
      #expect(found.all != expected.all, "leaf \(leaf) of \(first)\n\(changed)")
      let rest = [
        found.prompt == expected.prompt, found.instruction == expected.instruction,
        found.tools == expected.tools,
      ]
      // The prompt contains the instruction and the tools; a change in neither is in the prompt or the answer.
      #expect(rest[0] ? rest[1] && rest[2] : true)
    }
  }

  @Test(
    "what the service ignores makes no difference",
    arguments: [
      #"{"id":1,"contents":CONTENTS}"#, #"{"contents":CONTENTS,"labels":{"a":"b"}}"#,
      #"{"tools":null,"contents":CONTENTS}"#,
      #"{"contents":CONTENTS,"generationConfig":{"temperature":1}}"#, #"{"weight":2,"contents":CONTENTS}"#,
    ])
  func ignored(text: String) throws {
    var decoder = ExampleDecoder()
    let contents = #"[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello!"}]}]"#
    let plain = try digests("{\"contents\":\(contents)}", &decoder)
    #expect(try digests(text.replacing("CONTENTS", with: contents), &decoder) == plain)
    let low = #"{"generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"},"contents":\#(contents)}"#
    #expect(try digests(low, &decoder) != plain)
  }

  @Test(
    "an example with a value that is left out is not compared",
    arguments: [
      #"{"inlineData":{"mimeType":"image/png","data":"AAAA"},"inline_data":{"mimeType":"image/png","data":"AAAB"}}"#,
      #"{"fileData":{"mimeType":"image/png","fileUri":"gs://b/1","file_uri":"gs://b/2"}}"#,
    ])
  func spelledTwice(part: String) throws {
    var decoder = ExampleDecoder()
    for (text, isSpoilt) in [(part, true), (#"{"text":"Hi"}"#, false)] {
      _ = try digests(#"{"contents":[{"role":"user","parts":[\#(text)]}]}"#, &decoder)
      #expect(decoder.digest.isSpoilt == isSpoilt)
    }
  }

  @Test("turns that are the same in two shapes of writing")
  func plainTurns() throws {
    var decoder = ExampleDecoder()
    let turns = [
      #"{"role":"user","parts":[{"text":"Hi"}]}"#, #"{"parts":[{"text":"Hi"}],"role":"user"}"#,
      #"{"role":"us\u0065r","parts":[{"text":"Hi"}]}"#, #"{"role":"user","p\u0061rts":[{"text":"Hi"}]}"#,
      #"{"role":"user","parts":[{"text":"Hi","thought":null}]}"#,
    ]
    let answers = turns.map {
      $0.replacing("user", with: "model").replacing("us\\u0065r", with: "mod\\u0065l")
    }
    let found = try zip(turns, answers).map { try digests("{\"contents\":[\($0),\($1)]}", &decoder) }
    for digests in found { #expect(digests == found[0]) }
  }
}

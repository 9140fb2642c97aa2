import JSONLines
import Testing

@testable import TuningDatasets

/// The length of a clip is read however its offsets are written.
@Suite struct ClipTests {
  @Test(
    "a clip of more than 20 minutes",
    arguments: [
      (#"{"endOffset":"1201s"}"#, true), (#"{"endOffset":"1200s"}"#, false),
      ("{\"endOffset\"\t:\r\"1201s\"}", true),
      ("{ \"end_offset\" :  \"1201.5s\" }", true), (#"{"endOffset":"+1201s"}"#, true),
      ("{\"startOffset\":\t\"+1s\",\"endOffset\":\t\"1201s\"}", false),
      (#"{"endOffset":"1250s","startOffset":"49s"}"#, true), (#"{"startOffset":"1201s"}"#, false),
    ])
  func length(metadata: String, isLong: Bool) throws {
    let file = #"{"mimeType":"video/mp4","fileUri":"gs://b/a.mp4"}"#
    let part = #"{"fileData":\#(file),"videoMetadata":\#(metadata)}"#
    let text = #"{"contents":[{"role":"user","parts":[\#(part)]},{"role":"model","parts":[{"text":"a"}]}]}"#
    var decoder = ExampleDecoder()
    try LineBytes.with(text.utf8) { line in
      _ = try decoder.decode(line)
      let found = decoder.context.example.hasClip(longerThan: 1200, in: line)
      #expect(found == isLong, "\(text)")
    }
  }
}

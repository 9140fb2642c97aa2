import Diagnostics
import Foundation
import TestSupport
import Testing
import TuningDatasets

/// Google's own parsers must come to the same verdict on base64.
@Suite("base64, judged by Google's types")
struct Base64AgreementTests {
  @Test(
    "three thousand strings of base64",
    .enabled(if: LineVerdict.hasJudges, "needs google-cloud-aiplatform and google-genai"))
  func base64() throws {
    var random = SplitMix64(seed: 20_261_128)
    let lines = (0..<3000).map { _ in
      let data = Self.damagedBase64(&random)
      return
        #"{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"audio/pcm","data":"\#(data)"}}]}]}"#
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.map { $0 + "\n" }.joined().utf8), as: "lines.jsonl")
    let theirs = try LineVerdict.all(on: path)
    try #require(theirs.count == lines.count)
    let ours = try LineVerdict.ourFindings(in: path, lines: lines.count)
    for (line, (their, our)) in zip(lines, zip(theirs, ours)) {
      let found = our.filter { $0.code == "TK512" || $0.code == "TK502" }.map(\.severity)
      // Data of no byte are none, although protobuf accepts them.
      let expected: [Severity] =
        their.protobuf != "ok" ? [.error] : their.genai == "ok" ? [] : [.warning]
      #expect(found == expected, "\(line)")
    }
    for verdict in ["ok", "refused", "empty"] {
      #expect(theirs.count { $0.protobuf == verdict } > 100, "\(verdict)")
    }
    #expect(theirs.count { $0.isAcceptedByBoth } > 500)
  }

  /// Base64 as encoders write it, or with up to three changes, or pieces of it at random; as the content of a JSON string.
  private static func damagedBase64(_ random: inout SplitMix64) -> String {
    if Int.random(in: 0..<6, using: &random) == 0 {
      return (0..<Int.random(in: 0...6, using: &random)).map { _ in random.pick(pieces) }.joined()
    }
    let bytes = random.bytes(Int.random(in: 0...80, using: &random))
    var text = Array(Data(bytes).base64EncodedString()).map(String.init)
    if Bool.random(using: &random) { text = text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 } }
    if Bool.random(using: &random) { text = text.map { $0 == "/" ? #"\/"# : $0 == "+" ? #"\u002B"# : $0 } }
    for _ in 0..<random.pick([0, 0, 1, 1, 2, 3]) {
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text.insert(random.pick(pieces), at: place)
      case 1 where place < text.count: text[place] = random.pick(pieces)
      default: text.removeSubrange(max(0, place - 1)..<place)
      }
    }
    return text.joined()
  }

  private static let pieces = [
    "A", "b", "9", "+", "/", "-", "_", "=", "==", "===", " ", #"\n"#, #"\r\n"#, #"\t"#, #"\/"#, #"\u002b"#,
    #"\u003d"#,
    #"\u0041"#, "*", ".", "%3D", "é", "日", #"\u0000"#, #"\ud83d\ude00"#, "data:image/png;base64,", "AAAA",
    "AA==",
  ]
}

import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// Google's own parsers must come to the same verdict on media, where the table of differences does not say why not.
@Suite("media, judged by Google's types")
struct MediaAgreementTests {
  private static let hasJudges =
    Tool.hasPython("google.cloud.aiplatform_v1beta1") && Tool.hasPython("google.genai")

  /// What the two parsers say of a line: that of protobuf, and that of google-genai.
  private struct Verdict {
    let protobuf: Substring
    let genai: Substring

    var isRefusedByBoth: Bool { protobuf == "refused" && genai == "refused" }
    var isAcceptedByBoth: Bool { protobuf == "ok" && genai == "ok" }
  }

  private func theirVerdicts(on path: String) throws -> [Verdict] {
    let judge = ProjectFolder.url.appending(path: "Tests/TuningDatasetsTests/MediaJudge.py").path
    return try Tool.output(of: ["python3", "-W", "ignore", judge, path]).split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return Verdict(protobuf: words[0], genai: words[1])
    }
  }

  /// What is found in each line.
  private func ourFindings(in path: String, lines: Int) throws -> [[Finding]] {
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.rules.maximumFindings = 0
    var findings = [[Finding]](repeating: [], count: lines)
    for finding in try #require(validation.run().first).findings {
      // That data in the line are not documented is true of all of them.
      guard let line = finding.location?.line, finding.code != "TK511" else { continue }
      findings[line - 1].append(finding)
    }
    return findings
  }

  @Test("odd parts with media", .enabled(if: hasJudges, "needs google-cloud-aiplatform and google-genai"))
  func oddParts() throws {
    let parts = OddPart.all
    #expect(parts.count >= 60 && Set(parts.map(\.title)).count == parts.count)
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(parts.map { $0.line + "\n" }.joined().utf8), as: "lines.jsonl")
    let theirs = try theirVerdicts(on: path)
    try #require(theirs.count == parts.count)
    let ours = try ourFindings(in: path, lines: parts.count)
    var differences: Set<String> = []
    for (part, (their, our)) in zip(parts, zip(theirs, ours)) {
      let severity = our.map(\.severity).max() ?? .info
      let agrees =
        their.isAcceptedByBoth
        ? severity < .error : their.isRefusedByBoth ? severity == .error : severity >= .warning
      if !agrees { differences.insert(part.title) }
      let isKnown = OddPart.differences[part.title] != nil
      #expect(agrees != isKnown, "\(part.title): \(their), \(our.map(\.code.description)) \(severity)")
    }
    #expect(differences == Set(OddPart.differences.keys))
  }

  @Test(
    "three thousand strings of base64",
    .enabled(if: hasJudges, "needs google-cloud-aiplatform and google-genai"))
  func base64() throws {
    var random = SplitMix64(seed: 20_261_128)
    let lines = (0..<3000).map { _ in
      let data = Self.damagedBase64(&random)
      return
        #"{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"audio/pcm","data":"\#(data)"}}]}]}"#
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(lines.map { $0 + "\n" }.joined().utf8), as: "lines.jsonl")
    let theirs = try theirVerdicts(on: path)
    try #require(theirs.count == lines.count)
    let ours = try ourFindings(in: path, lines: lines.count)
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

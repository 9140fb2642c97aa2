import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// The short look at plain URIs says what the long one says.
@Suite struct FileURITests {
  private static let beginnings = ["gs://", "gs://", "gs://", "GS://", "gs:/", "gs:///", "https://", ""]
  private static let pieces = [
    "a", "b7", "0", "-", "_", ".", "/", "A", "your", "your-bucket", "your_bucket", "yo", "é", " ", #"\u002f"#,
    "?",
    String(repeating: "x", count: 61),
  ]

  @Test(arguments: 0..<4)
  func shortLookAgrees(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var goodCount = 0
    for _ in 0..<3000 {
      let count = Int.random(in: 0...6, using: &generator)
      let uri =
        generator.pick(Self.beginnings) + (0..<count).map { _ in generator.pick(Self.pieces) }.joined()
      LineBytes.with("\"\(uri)\"".utf8) { line in
        let string = StringToken(start: 1, end: line.count - 1, traits: .hasEscape)
        let long = FileURI(string, in: line, mayHaveLessThan: true).fault
        #expect(FileURI(string, in: line, mayHaveLessThan: false).fault == long, "\(uri)")
        if long == nil { goodCount += 1 }
      }
    }
    #expect(goodCount > 100)
  }
}

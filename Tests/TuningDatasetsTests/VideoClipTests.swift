import JSONLines
import Testing

@testable import TuningDatasets

/// Offsets of clips, and frame rates.
@Suite struct VideoClipTests {
  private func offset(_ text: String) -> VideoClip.Offset? {
    LineBytes.with(text.utf8) { VideoClip.Offset(TrainingExample.Place(0..<$0.count), in: $0) }
  }

  @Test func offsetsAreTimes() throws {
    let texts = [
      "-5.5s", "-5s", "-0.5s", "0s", "0.000000001s", "0.1s", "1s", "1.05s", "1.5s", "10s", "315576000000s",
    ]
    let offsets = try texts.map { try #require(offset("\"\($0)\"")) }
    for (index, offset) in offsets.enumerated() {
      for (other, earlier) in offsets.enumerated() {
        #expect(offset.isAfter(earlier) == (index > other), "\(texts[index]), \(texts[other])")
      }
      #expect(offset.isNegative == texts[index].hasPrefix("-"))
      #expect(offset.isZero == (texts[index] == "0s"))
    }
    for (one, other) in [
      ("5s", "5.0s"), ("5.50s", "5.5s"), ("+5s", "5s"), ("0.1234567891s", "0.1234567899s"),
    ] {
      let (left, right) = (try #require(offset("\"\(one)\"")), try #require(offset("\"\(other)\"")))
      #expect(!left.isAfter(right) && !right.isAfter(left))
    }
  }

  @Test(
    "what is no time",
    arguments: ["5", "null", "\"\"", "\"5\"", "\"s\"", "\"5s \"", "\".5s\"", "\"1m\"", "\"5.5.5s\""])
  func others(text: String) { #expect(offset(text) == nil) }

  private static let frameRates: [(String, Bool?)] = [
    ("24", true), ("0.1", true), ("1e1", true), ("2.4e1", true), ("240e-1", true), ("\"12\"", true),
    ("1E-9", true),
    ("24.0000", true), ("0", false), ("0.0", false), ("-1", false), ("24.5", false), ("25", false),
    ("1e9999", false),
    ("2.5E+1", false), ("\"30\"", false), ("99999999999999999999999999", false), ("0e5", false),
    ("\"NaN\"", nil),
    ("\"\"", nil), ("1e-9999", true),
  ]

  @Test("frame rates over 0 and at most 24", arguments: frameRates)
  func rates(text: String, expected: Bool?) {
    LineBytes.with(text.utf8) { #expect($0.isPositive(0..<$0.count, atMost: 24) == expected, "\(text)") }
  }
}

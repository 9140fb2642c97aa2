import Foundation
import ModelCatalog
import Testing
import TestSupport

@testable import TuningDatasets

/// The characters of texts, counted a second time by Foundation's properties of scripts.
@Suite struct ScriptStatisticsTests {
  private static let scripts: [(WritingSystem, String)] = [
    (.latin, #"\p{Script=Latin}"#), (.greek, #"\p{Script=Greek}"#), (.cyrillic, #"\p{Script=Cyrillic}"#),
    (.hebrew, #"\p{Script=Hebrew}"#), (.arabic, #"\p{Script=Arabic}"#),
    (.devanagari, #"\p{Script=Devanagari}"#), (.thai, #"\p{Script=Thai}"#), (.hangul, #"\p{Script=Hangul}"#),
    (.kana, #"[\p{Script=Hiragana}\p{Script=Katakana}]"#), (.han, #"\p{Script=Han}"#),
    (.digits, #"[\p{Nd}--[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}]]"#),
  ]

  private static let texts = [
    "", "a", "Hello, world 123!", "The quick brown fox jumps over the lazy dog: 0123456789.",
    "Straße, Ænima, ĳ, ﬁ, Ａ１", "Ελληνικά και Кириллица", "שלום עולם", "مرحبا بالعالم ١٢٣", "नमस्ते दुनिया ५",
    "สวัสดีชาวโลก", "안녕하세요 세계", "こんにちは、カタカナー。", "漢字仮名交じり文「」、𠮷", "emoji 🚲👩‍🚀 ❤️ end",
    "line\nfeed\ttab \"quotes\" \\ back/slash", "mixed Привет hello 你好 7",
    String(repeating: "x", count: 4099),
    String(repeating: "é1 ", count: 500),
  ]

  private func statistics(_ json: String) -> ScriptStatistics {
    let folder: TemporaryFolder
    do { folder = try TemporaryFolder() } catch { return ScriptStatistics() }
    guard let path = try? folder.write(Array(json.utf8), as: "a.jsonl") else { return ScriptStatistics() }
    let requirements = DatasetRequirements(loosestOf: .builtIn)
    return DatasetMeasurement(trainingPaths: [path], requirements: requirements).run().training.examples
      .scripts
  }

  private static func line(_ texts: [String], escaped: Bool) throws -> String {
    let parts = texts.map { ["text": $0] }
    let object: [String: Any] = ["contents": [["role": "user", "parts": parts]]]
    let data = try JSONSerialization.data(withJSONObject: object)
    let text = String(decoding: data, as: UTF8.self)
    guard escaped else { return text }
    return text.utf16.map { $0 < 0x80 ? String(UnicodeScalar(UInt8($0))) : String(format: "\\u%04x", $0) }
      .joined()
  }

  @Test("every text, written as it is and as escapes", arguments: texts, [false, true])
  func text(text: String, escaped: Bool) throws {
    let found = statistics(try Self.line([text, " ", text], escaped: escaped))
    let all = text + " " + text
    #expect(found.characters == all.unicodeScalars.count)
    for (system, pattern) in Self.scripts {
      let expression = try Regex(pattern).matchingSemantics(.unicodeScalar)
      #expect(found[system] == all.matches(of: expression).count, "\(system)")
    }
    #expect(found[.emoji] == all.unicodeScalars.count { (0x1F300...0x1FAFF).contains($0.value) || $0 == "❤" })
  }

  @Test("ranges ascend and no character is in two")
  func ranges() {
    var seen: Set<UInt32> = []
    for (_, scalars) in WritingSystem.ranges {
      for (range, next) in zip(scalars, scalars.dropFirst()) { #expect(range.upperBound < next.lowerBound) }
      for range in scalars {
        for value in range { #expect(seen.insert(value).inserted, "\(value)") }
      }
    }
  }
}

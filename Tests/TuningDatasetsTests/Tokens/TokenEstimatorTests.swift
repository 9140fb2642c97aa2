import JSONLines
import Testing

@testable import TuningDatasets

/// The estimate of tokens, beside what Gemma 3's vocabulary makes of the texts.
@Suite("estimate of tokens")
struct TokenEstimatorTests {
  private func thousandths(_ text: String) -> Int {
    LineBytes.with(text.utf8) { line in
      TokenEstimator().estimate(of: 0..<line.count, in: line).thousandths
    }
  }

  @Test(
    "texts of many scripts",
    arguments: [
      ("The quick brown fox jumps over the lazy dog.", 10), ("1234567890", 10),
      (#"def add(first, second):\n    return first + second\n"#, 14),
      (#"{\"name\": \"value\", \"items\": [1, 2, 3]}"#, 18),
      ("La niña comió una manzana después de la escuela.", 11),
      ("Съешь же ещё этих мягких французских булок, да выпей чаю.", 18),
      ("今日は天気がいいので、公園まで散歩に行きました。", 13), ("今天天气很好，我们一起去公园散步吧。", 12),
      ("오늘은 날씨가 좋아서 공원까지 산책을 갔습니다.", 15), ("ذهبنا اليوم إلى الحديقة لأن الطقس جميل.", 13),
      ("आज मौसम अच्छा है, इसलिए हम पार्क गए।", 10),
      ("Trời hôm nay đẹp nên chúng tôi đi dạo công viên.", 14), ("😀😀 👍", 3),
    ])
  func scripts(text: String, tokens: Int) {
    let estimate = thousandths(text)
    #expect(abs(estimate - 1000 * tokens) <= 350 * tokens, "\(estimate)")
  }

  @Test("an escape is the character that it means")
  func escapes() {
    #expect(thousandths(#"caf\u00e9 \u0434\u0430 \ud83d\ude00"#) == thousandths("café да 😀"))
    #expect(thousandths(#"a\tb"#) == thousandths("a\tb"))
    #expect(thousandths("") == 0)
  }

  @Test("accents tell the language of the words that follow")
  func language() {
    let word = "Wanderungen"
    #expect(thousandths("é " + word) != thousandths("ä " + word))
    let far = String(repeating: "1 ", count: 100)
    #expect(
      thousandths("é " + far + word) - thousandths("é " + far)
        == thousandths("ä " + far + word) - thousandths("ä " + far))
    #expect(thousandths("日本の漢字") != thousandths("日本人漢字"))
  }

  @Test("every character has a class, and letters that tell a language are of its script")
  func classes() {
    #expect(CharacterClass.table.count == CharacterClass.endOfTable)
    #expect(CharacterClass.table[Int(("ы" as Unicode.Scalar).value)] == .russian)
    #expect(CharacterClass.russian.script?.index == CharacterClass.cyrillic.script?.index)
    #expect(CharacterClass.table[0x0ABE] == .gujaratiMark)
    #expect(CharacterClass.gujaratiMark.script?.isMark == true)
    #expect(CharacterClass.table[0x30A2] == .katakana && CharacterClass.beyondTable(0x6F22) == .han)
    #expect(CharacterClass.pairClasses == 57)
  }
}

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

  @Test(
    "languages of the same letters",
    arguments: [
      (
        "Gaur goizean mendira joan gara lagunekin, eta arratsaldean etxera itzuli gara euria hasi duelako.",
        32
      ),
      (
        "Aethom i'r mynydd y bore yma gyda ffrindiau, a daethom adref yn y prynhawn am fod y glaw wedi dechrau.",
        39
      ),
      (
        "Lähdimme tänä aamuna vuorelle ystävien kanssa, ja palasimme kotiin iltapäivällä, koska alkoi sataa.",
        36
      ),
      (
        "We zijn vanochtend met vrienden naar de bergen gegaan en kwamen in de middag thuis omdat het begon te regenen.",
        30
      ),
      (
        "Ons het vanoggend saam met vriende berg toe gegaan en in die middag huis toe gekom omdat dit begin reën het.",
        31
      ),
      (
        "Sot në mëngjes shkuam në mal me miqtë dhe pasdite u kthyem në shtëpi, sepse filloi të bjerë shi.", 38
      ),
      (
        "Бүгін таңертең достарымызбен тауға бардық, түстен кейін жаңбыр жауа бастағандықтан үйге қайттық.", 42
      ),
      (
        "Täna hommikul läksime sõpradega mägedesse ja pärastlõunal tulime koju, sest hakkas vihma sadama.", 33
      ),
      (
        "Stamattina siamo andati in montagna con gli amici e nel pomeriggio siamo tornati a casa perché pioveva.",
        26
      ),
      (
        "Danes zjutraj smo šli s prijatelji v gore, popoldne pa smo se vrnili domov, ker je začelo deževati.",
        34
      ),
      (
        "Σήμερα το πρωί πήγαμε στο βουνό με φίλους και το απόγευμα γυρίσαμε σπίτι γιατί άρχισε να βρέχει.", 40
      ),
      (
        "This morning we went to the mountains with friends, and in the afternoon we came home because it began to rain.",
        23
      ),
    ])
  func languages(text: String, tokens: Int) {
    let estimate = thousandths(text)
    #expect(abs(estimate - 1000 * tokens) <= 200 * tokens, "\(estimate)")
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

  @Test("the file of figures has all of them, and no more")
  func figures() {
    let figures = PackageResources.token_costs_txt.filter { $0 != UInt8(ascii: "\n") }
    #expect(figures.allSatisfy { 0x23...0x7E ~= $0 })
    let letters = 28 * 28 * 26 + 29 * 26 + 193
    let scripts = 26 * (8 + 128) + 3 * 1024 + 512 + 5 * 128 + 4
    #expect(figures.count == 57 * 57 + letters + scripts)
  }

  @Test("every character has a class")
  func classes() {
    #expect(CharacterClass.table.count == CharacterClass.endOfTable)
    #expect(CharacterClass.table[Int(("ы" as Unicode.Scalar).value)] == .cyrillic)
    #expect(CharacterClass.table[0x0ABE] == .gujaratiMark)
    #expect(CharacterClass.gujaratiMark.script?.isMark == true)
    #expect(CharacterClass.table[0x30A2] == .katakana && CharacterClass.beyondTable(0x6F22) == .han)
    #expect(CharacterClass.pairClasses == 57)
  }
}

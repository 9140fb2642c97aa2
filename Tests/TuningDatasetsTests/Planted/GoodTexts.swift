/// What the texts of good examples are made of.
enum GoodTexts {
  struct Language {
    let words: [String]
    let space: String
    let end: String

    init(_ words: String, space: String = " ", end: String = ".") {
      self.words = words.split(separator: " ").map(String.init)
      self.space = space
      self.end = end
    }
  }

  static let languages = [
    Language("the parcel is in delivery and will come soon please wait for a day or two thank you"),
    Language("can you tell me where which when my order invoice address is", end: "?"),
    Language("der Käufer wünscht eine größere Schachtel für süße Äpfel und müßte übermorgen zahlen"),
    Language("où est la boutique près de l'hôtel et combien coûte ce gâteau ça va être très bon", end: " !"),
    Language("где мой заказ и когда он придёт в город я жду его уже неделю"),
    Language("的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国", space: "", end: "。"),
    Language("これは 店 の 注文 です いつ 届き ます か ありがとう", space: "", end: "。"),
    Language("في من على أن إلى التي كان هذا الذي عن مع", end: "؟"),
    Language("यह मेरा ऑर्डर कहाँ है कब आएगा धन्यवाद", end: "।"),
    Language("주문 배송 언제 도착 감사합니다 오늘 내일"),
    Language("👍🏽 🎉 👩‍💻 ok wow 🚀 yes", end: " ✨"),
    Language("let x = f(a, b[i]) // 3 < 4 && \"quoted\" {\"k\": [1, 2]} return", end: ";"),
    Language("<p> <b>bold</b> <a href='https://example.com/a?b=c'>link</a> </p> <br/>", end: ""),
  ]

  static let labels = ["delivery", "invoice", "other", "positive", "negative", "5", "да", "不是"]

  static let instructions: [String?] = [
    nil, "Be brief.", "Answer in the language of the question.", "You work in a shop.\nBe polite.",
    "Sei höflich.",
    "あなたは店員です。",
  ]

  /// Types of files, and what their names end in.
  static let files: [(type: String, name: String)] = [
    ("image/png", "png"), ("image/jpeg", "JPG"), ("application/pdf", "pdf"), ("audio/mpeg", "mp3"),
    ("video/mp4", "mp4"),
  ]
}

import TestSupport

/// Training examples in which the rules find nothing: of several kinds and languages, each with a number of its own.
struct GoodExamples {
  enum Kind {
    /// A conversation.
    case chat
    /// A text and its label.
    case label
    /// Functions, calls and responses.
    case tools
    /// Media, given by their URIs.
    case files
    /// An image in the line, of which only TK511 has something to say.
    case data
  }

  private var random: SplitMix64
  private let kinds: [Kind]
  private let hasVideos: Bool
  private let instruction: String?
  private var count = 0

  /// - Parameters:
  ///   - kinds: the kinds; one that is given twice is met more often.
  ///   - instruction: the system instruction of all examples; nil for many different ones.
  init(seed: UInt64, kinds: [Kind], hasVideos: Bool = true, instruction: String? = nil) {
    random = SplitMix64(seed: seed)
    self.kinds = kinds
    self.hasVideos = hasVideos
    self.instruction = instruction
  }

  mutating func next() -> (kind: Kind, example: RandomExample) {
    let kind = random.pick(kinds)
    count += 1
    switch kind {
    case .chat: return (kind, example(chat()))
    case .label:
      return (kind, example([turn("user", [question()]), turn("model", [random.pick(GoodTexts.labels)])]))
    case .tools: return (kind, example(calls(), [("tools", GoodFunctions.tools)]))
    case .files: return (kind, example(files()))
    case .data: return (kind, example(data()))
    }
  }

  // MARK: Contents

  private mutating func chat() -> [RandomExample] {
    var turns: [RandomExample] = []
    for round in 0..<random.pick([1, 1, 2, 4]) {
      turns.append(turn("user", [round == 0 ? question() : text()]))
      turns.append(turn("model", (0..<random.pick([1, 1, 1, 2])).map { _ in text() }))
    }
    return turns
  }

  private mutating func calls() -> [RandomExample] {
    let calls = (0..<random.pick([1, 1, 2])).map { _ in GoodFunctions.call(&random) }
    return [
      turn("user", [question()]), Self.turn("model", calls.map { $0.call }),
      Self.turn("user", calls.map { $0.response }), turn("model", [text()]),
    ]
  }

  private mutating func files() -> [RandomExample] {
    let types = GoodTexts.files.filter { hasVideos || !$0.type.hasPrefix("video/") }
    let parts = (0..<random.pick([1, 1, 2])).map { index in
      let file = index == 0 ? random.pick(types) : types[0]
      let uri = "gs://recordings/\(count)/\(index).\(file.name)"
      return Self.part(
        "fileData", .fields([("mimeType", .string(file.type)), ("fileUri", .string(uri))]))
    }
    return [Self.turn("user", parts + [Self.text(question())]), turn("model", [text()])]
  }

  private mutating func data() -> [RandomExample] {
    let image = RandomExample.fields([("mimeType", .string("image/png")), ("data", .string("iVBORw0KGgo="))])
    return [
      Self.turn("user", [Self.part("inlineData", image), Self.text(question())]), turn("model", [text()]),
    ]
  }

  // MARK: Texts

  /// A text that no other example has.
  private mutating func question() -> String { "\(count): \(text())" }

  /// A few sentences in one of the languages.
  private mutating func text() -> String {
    let language = random.pick(GoodTexts.languages)
    let sentences = (0..<random.pick([1, 1, 2, 5])).map { _ in
      let words = (0..<Int.random(in: 3...12, using: &random)).map { _ in random.pick(language.words) }
      return words.joined(separator: language.space) + language.end
    }
    return sentences.joined(separator: random.pick([" ", "\n"]))
  }

  // MARK: Pieces

  private mutating func example(
    _ turns: [RandomExample], _ others: [(String, RandomExample)] = []
  ) -> RandomExample {
    var fields: [(String, RandomExample)] = []
    if let text = instruction ?? random.pick(GoodTexts.instructions) {
      fields.append(("systemInstruction", .fields([("parts", .array([Self.text(text)]))])))
    }
    return .fields(fields + [("contents", .array(turns))] + others)
  }

  private func turn(_ role: String, _ texts: [String]) -> RandomExample {
    Self.turn(role, texts.map(Self.text))
  }

  private static func turn(_ role: String, _ parts: [RandomExample]) -> RandomExample {
    .fields([("role", .string(role)), ("parts", .array(parts))])
  }

  private static func text(_ text: String) -> RandomExample { part("text", .string(text)) }

  private static func part(_ name: String, _ value: RandomExample) -> RandomExample {
    .fields([(name, value)])
  }
}

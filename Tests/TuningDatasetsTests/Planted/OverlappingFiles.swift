import TestSupport

/// Training and validation examples in two files each, some of which are planted: the same as others, or with the prompts
/// of others. Each knows what it is, so that a slow judge can say what is to be found.
struct OverlappingFiles {
  struct Entry {
    /// The prompt, by number.
    let prompt: Int
    /// 0 for the answer of the good example, 1 for another one.
    var answer = 0
    var hasInstruction = true
    var hasImage = false
    var line = ""
  }

  /// The entries of each file, those for training first.
  private(set) var files: [[Entry]] = []
  private var random: SplitMix64

  init(training count: Int, seed: UInt64) {
    random = SplitMix64(seed: seed)
    var good = GoodExamples(seed: seed, kinds: [.chat, .chat, .label], instruction: "Be brief.")
    let examples = (0..<count + count / 5).map { _ in good.next().example }
    // A job accepts 5,000 for validation.
    let validationCount = min(count / 5, 4000)
    var training = (0..<count).map { entry(Entry(prompt: $0), examples) }
    var validation = (count..<count + validationCount).map { entry(Entry(prompt: $0), examples) }

    plant(25, answer: 0, from: 0..<count, in: &training, examples)
    plant(15, answer: 1, from: 0..<count, in: &training, examples)
    plant(20, answer: 0, from: 0..<count, in: &validation, examples)
    plant(20, answer: 1, from: 0..<count, in: &validation, examples)
    plant(10, answer: 0, from: count..<count + validationCount, in: &validation, examples)
    plant(5, answer: 1, from: count..<count + validationCount, in: &validation, examples)
    var without = GoodExamples(seed: seed, kinds: [.label], instruction: "")
    for index in 0..<3 {
      // Their prompts are no others': they have no instruction, or media.
      let line = without.next().example.plain
        .replacing(#""systemInstruction":{"parts":[{"text":""}]},"#, with: "")
        .replacing(#""text":""#, with: #""text":"\#(index) "#, maxReplacements: 1)
      training.append(Entry(prompt: -10 - index, hasInstruction: false, line: line))
      validation.append(Entry(prompt: -20 - index, hasImage: true, line: Self.image(index)))
    }
    training.shuffle(using: &random)
    validation.shuffle(using: &random)
    files = [
      Array(training[..<(count / 3)]), Array(training[(count / 3)...]),
      Array(validation[..<(validationCount / 2)]), Array(validation[(validationCount / 2)...]),
    ]
  }

  /// Adds examples with prompts that others have, spelled in another way.
  private mutating func plant(
    _ count: Int, answer: Int, from prompts: Range<Int>, in entries: inout [Entry],
    _ examples: [RandomExample]
  ) {
    for _ in 0..<count {
      let prompt = Int.random(in: prompts, using: &random)
      var planted = entry(Entry(prompt: prompt, answer: answer), examples)
      planted.line = Self.answered(examples[prompt], answer).written(&random)
      entries.append(planted)
    }
  }

  private func entry(_ entry: Entry, _ examples: [RandomExample]) -> Entry {
    var entry = entry
    entry.line = Self.answered(examples[entry.prompt], entry.answer).plain
    return entry
  }

  /// The example with the good answer, or with another one.
  private static func answered(_ example: RandomExample, _ answer: Int) -> RandomExample {
    answer == 0 ? example : example.changed(at: example.leaves - 1)
  }

  private static func image(_ number: Int) -> String {
    #"{"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"fileData":"#
      + #"{"mimeType":"image/png","fileUri":"gs://recordings/\#(number).png"}},{"text":"What is this?"}]},"#
      + #"{"role":"model","parts":[{"text":"A door."}]}]}"#
  }

  /// The lines of a file, each with a line feed.
  func bytes(ofFile file: Int) -> [UInt8] { Array(files[file].map { $0.line + "\n" }.joined().utf8) }
}

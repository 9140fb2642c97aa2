import JSONLines

/// About how long the texts of an example are, measured by samples where they are long.
struct TextSize {
  private var thousandths = 0
  /// The characters of the texts that are surely not white space.
  private(set) var characters = 0

  /// About how many tokens these are.
  var estimatedTokens: Int { (thousandths + 500) / 1000 }

  /// Of every so many bytes of the texts, so many are looked at.
  private struct Samples {
    let bytes: Int
    let stride: Int

    /// Two looks, to tell texts that are far from the limit from those that may be near it.
    static let few = Samples(bytes: 32, stride: 16_384)
    static let some = Samples(bytes: 128, stride: 16_384)
    static let many = Samples(bytes: 512, stride: 16_384)
    /// All of the text, where it is an error that it has so many characters.
    static let all = Samples(bytes: 16_384, stride: 16_384)
  }

  /// Fewer bytes of text are looked at once.
  private static let leastBytesOfFirstLook = 1 << 16

  /// - Parameter limit: the limit; of texts that have by far fewer tokens, the size is a rough one.
  /// - Complexity: linear in the number of parts and in the bytes: a 512th of them, a 26th where they are near the limit,
  ///   and all where there are far too many.
  init(of context: borrowing ExampleContext, limit: Int) {
    let estimator = TokenEstimator()
    if context.example.textBytes > Self.leastBytesOfFirstLook {
      measure(context, .few, by: estimator)
      if 4 * estimatedTokens < 3 * limit { return }
      self = TextSize()
      measure(context, .some, by: estimator)
      if 5 * estimatedTokens < 4 * limit { return }
      self = TextSize()
    }
    measure(context, .many, by: estimator)
    guard characters / ExampleOverTokenLimit.mostCharactersPerToken > limit else { return }
    self = TextSize()
    measure(context, .all, by: estimator)
  }

  private init() {}

  private mutating func measure(
    _ context: borrowing ExampleContext, _ samples: Samples, by estimator: TokenEstimator
  ) {
    var (position, looked) = (0, 0)
    context.forEachCountedText { text, _ in
      let end = position + text.count
      for window in stride(from: position - position % samples.stride, to: end, by: samples.stride) {
        let first = max(window, position)
        let last = min(window + samples.bytes, end)
        guard first < last else { continue }
        looked += last - first
        let start = context.line.startOfCharacter(from: text.start + first - position)
        let estimate = estimator.estimate(of: start..<text.start + last - position, in: context.line)
        thousandths += estimate.thousandths
        characters += estimate.characters
      }
      position = end
    }
    guard looked < position, looked > 0 else { return }
    let share = Double(position) / Double(looked)
    thousandths = Int(Double(thousandths) * share)
    characters = Int(Double(characters) * share)
  }
}

extension LineBytes {
  /// The offset of the first byte from `offset` on that can begin a character.
  fileprivate func startOfCharacter(from offset: Int) -> Int {
    var offset = offset
    while self[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

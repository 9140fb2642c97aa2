/// Counts the tokens of examples, one after another, in memory that is used again.
///
///     var counter = ExampleTokenCounter(with: .estimate)
///     let tokens = counter.count(context)
///
/// What is counted is what Google's SDK counts: see ``ExampleContext/forEachCountedText(_:)``. Each thread has a counter of
/// its own.
struct ExampleTokenCounter: ~Copyable {
  private var texts: TextTokenCounter

  /// Whether it counts with a vocabulary.
  let isExact: Bool

  init(with counting: TokenCounting) {
    texts = TextTokenCounter(counting)
    if case .vocabulary = counting { isExact = true } else { isExact = false }
  }

  /// How many tokens an example has, its media at a resolution. Nothing is allocated but for a text that is longer than all before.
  ///
  /// - Complexity: linear in the texts, by an estimate and, in practice, by a vocabulary.
  mutating func count(
    _ context: borrowing ExampleContext, at resolution: MediaResolution.Level = .high
  ) -> TokenCount {
    var (input, output) = (0, 0)
    context.forEachCountedText { text, isOutput in
      let thousandths = texts.count(text, of: context.line)
      if isOutput { output += thousandths } else { input += thousandths }
    }
    var count = TokenCount()
    count.input = (input + 500) / 1000
    count.output = (output + 500) / 1000
    for index in 0..<context.example.media.count {
      if let tokens = MediaTokens.count(context.example.media[index], at: resolution, context) {
        count.media += tokens
      } else {
        count.uncountedMedia += 1
      }
    }
    return count
  }
}

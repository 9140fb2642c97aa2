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

  /// How many tokens an example has. Nothing is allocated but for a text that is longer than all before.
  ///
  /// - Complexity: linear in the texts, by an estimate and, in practice, by a vocabulary.
  mutating func count(_ context: borrowing ExampleContext) -> TokenCount {
    var (input, output) = (0, 0)
    context.forEachCountedText { text, isOutput in
      let thousandths = texts.count(text, of: context.line)
      if isOutput { output += thousandths } else { input += thousandths }
    }
    var count = TokenCount()
    count.input = (input + 500) / 1000
    count.output = (output + 500) / 1000
    count.uncountedMedia = context.example.media.count
    return count
  }
}

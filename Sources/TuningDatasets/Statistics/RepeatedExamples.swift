/// How many examples are the same as an earlier one, all of them or their prompts: what is before the model's last turn.
public struct RepeatedExamples: Sendable, Equatable {
  /// The different examples that are there more than once.
  public private(set) var repeated = 0
  /// The examples that repeat an earlier one.
  public private(set) var repetitions = 0
  /// The different prompts that are there more than once, whatever their answers are.
  public private(set) var repeatedPrompts = 0
  /// The examples whose prompt an earlier one has.
  public private(set) var promptRepetitions = 0
  /// The examples that the dataset before has too: that of training, for validation.
  public private(set) var alsoBefore = 0
  /// The examples whose prompt the dataset before has, with the same answer or another.
  public private(set) var promptsAlsoBefore = 0
  /// The examples that were not compared, because there were too many.
  public internal(set) var notCompared = 0

  init() {}

  /// Compares the examples of two datasets, each in several files.
  ///
  /// - Parameters:
  ///   - files: the files of the first dataset, and after them those of the second.
  ///   - filesOfFirst: how many are the first's.
  static func of(
    _ files: [ComparedExamples], filesOfFirst: Int
  ) -> (first: RepeatedExamples, second: RepeatedExamples) {
    var (first, second) = (RepeatedExamples(), RepeatedExamples())
    var index = PromptIndex(files)
    let end = index.start(ofFile: filesOfFirst)
    func split(_ places: Range<Int>, _ index: borrowing PromptIndex) -> (first: Int, second: Int) {
      // They come in the order of the files.
      var count = 0
      for place in places where index.index(at: place) < end { count += 1 }
      return (count, places.count - count)
    }
    index.forEachGroup { index, places in
      let prompts = split(places, index)
      first.addPrompt(prompts.first)
      second.addPrompt(prompts.second)
      if prompts.first > 0 { second.promptsAlsoBefore += prompts.second }
      index.forEachAnswer(in: places) { index, places in
        let examples = split(places, index)
        first.addExample(examples.first)
        second.addExample(examples.second)
        if examples.first > 0 { second.alsoBefore += examples.second }
      }
    }
    first.notCompared = files.prefix(filesOfFirst).reduce(0) { $0 + $1.leftOut }
    second.notCompared = files.dropFirst(filesOfFirst).reduce(0) { $0 + $1.leftOut }
    return (first, second)
  }

  private mutating func addPrompt(_ count: Int) {
    if count > 1 {
      (repeatedPrompts, promptRepetitions) = (repeatedPrompts + 1, promptRepetitions + count - 1)
    }
  }

  private mutating func addExample(_ count: Int) {
    if count > 1 { (repeated, repetitions) = (repeated + 1, repetitions + count - 1) }
  }
}

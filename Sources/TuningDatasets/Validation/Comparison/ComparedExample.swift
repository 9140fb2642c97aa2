import JSONLines

/// What is kept of an example, to be compared with the others: 32 bytes.
///
/// Two examples are the same if their prompts and answers are. Of their digests 96 and 64 bits are kept, so that two
/// different ones among ten million are taken for the same by a chance of less than one in 100,000.
struct ComparedExample: Equatable {
  /// The lower bits of the prompt's digest, and some of the higher ones.
  let prompt: (UInt64, UInt32)
  /// The line, counted as the part's are.
  private let lineNumber: UInt32
  /// The digest of the last turn of the model.
  let answer: UInt64
  /// Where the line begins, in bytes of the uncompressed data.
  private let start: UInt64

  /// - Parameter line: the number of the line.
  init(_ digest: borrowing ExampleDigest, line: Int, offset: Int) {
    // Without a question there is no prompt that others could share.
    let prompt = digest.hasQuestion ? digest.prompt : digest.total
    self.prompt = (prompt.low, UInt32(truncatingIfNeeded: prompt.high))
    answer = digest.hasQuestion ? digest.answer.low ^ digest.answer.high : 0
    lineNumber = UInt32(truncatingIfNeeded: line)
    start = UInt64(offset)
  }

  private init(_ other: ComparedExample, lineNumber: UInt32) {
    (prompt, answer, start) = (other.prompt, other.answer, other.start)
    self.lineNumber = lineNumber
  }

  /// Reads what ``words`` gave; nil if those are too few.
  init?(words: ArraySlice<UInt64>) {
    guard words.count == 4 else { return nil }
    let words = Array(words)
    prompt = (words[0], UInt32(truncatingIfNeeded: words[1]))
    lineNumber = UInt32(words[1] >> 32)
    (answer, start) = (words[2], words[3])
  }

  /// The example as four numbers.
  var words: [UInt64] { [prompt.0, UInt64(prompt.1) | UInt64(lineNumber) << 32, answer, start] }

  var line: Int { Int(lineNumber) }
  var offset: Int { Int(start) }

  /// The same example, its line counted from so many lines earlier.
  func moved(behind lines: Int) -> ComparedExample {
    ComparedExample(self, lineNumber: lineNumber &+ UInt32(truncatingIfNeeded: lines))
  }

  /// Whether two examples have the same prompt.
  func hasPrompt(of other: ComparedExample) -> Bool { prompt == other.prompt }

  static func == (left: ComparedExample, right: ComparedExample) -> Bool { left.words == right.words }
}

import Diagnostics

/// The examples of a file, as far as they are kept to be compared: 32 bytes each, and no more than so many.
struct ComparedExamples: Observation {
  /// The most examples of a file that are compared with others: more than a tuning job accepts. With what finds those that
  /// are the same, they take 40 bytes each, 670 MB.
  static let most = 1 << 24

  /// Memory is taken by so many examples at a time: a long array that grows would be in memory twice.
  private static let chunkLength = 1 << 11

  /// All of them are full but the last.
  private var chunks: ContiguousArray<ContiguousArray<ComparedExample>> = []
  /// How many are kept.
  private(set) var count = 0
  /// The first that is not kept, and how many are not.
  private(set) var firstLeftOut: ComparedExample?
  private(set) var leftOut = 0

  init() {}

  /// The examples in the order of the file, by index.
  subscript(index: Int) -> ComparedExample {
    chunks[index / Self.chunkLength][index % Self.chunkLength]
  }

  /// Calls `body` with each example, in the order of the file.
  @inline(__always)
  func forEach(_ body: (ComparedExample) -> Void) {
    for chunk in chunks {
      for example in chunk { body(example) }
    }
  }

  /// Adds an example.
  mutating func add(_ example: ComparedExample, atMost most: Int = most) {
    guard count < most else {
      if leftOut == 0 { firstLeftOut = example }
      return leftOut += 1
    }
    if count % Self.chunkLength == 0 {
      chunks.append([])
      // Of a small file there may be very many.
      if chunks.count > 1 { chunks[chunks.count - 1].reserveCapacity(Self.chunkLength) }
    }
    chunks[chunks.count - 1].append(example)
    count += 1
  }

  mutating func append(_ next: ComparedExamples, behind lines: Int, _ settings: RuleSettings) {
    append(next, behind: lines)
  }

  /// Appends the examples that follow, after so many lines.
  mutating func append(_ next: ComparedExamples, behind lines: Int) {
    for chunk in next.chunks {
      for example in chunk { add(example.moved(behind: lines)) }
    }
    if leftOut == 0 { firstLeftOut = next.firstLeftOut?.moved(behind: lines) }
    leftOut += next.leftOut
  }

  /// Keeps no more than so many, because those of other files are kept too.
  mutating func keep(atMost most: Int) {
    guard count > most else { return }
    var kept = ComparedExamples()
    for index in 0..<count { kept.add(self[index], atMost: most) }
    kept.leftOut += leftOut
    self = kept
  }
}

extension ComparedExamples: Codable {
  private enum Key: CodingKey { case words, firstLeftOut, leftOut }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let words = try values.decode([UInt64].self, forKey: .words)
    for start in stride(from: 0, to: words.count, by: 4) {
      if let example = ComparedExample(words: words[start..<min(start + 4, words.count)]) { add(example) }
    }
    firstLeftOut = ComparedExample(words: try values.decode([UInt64].self, forKey: .firstLeftOut)[...])
    leftOut = try values.decode(Int.self, forKey: .leftOut)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(chunks.flatMap { $0.flatMap(\.words) }, forKey: .words)
    try values.encode(firstLeftOut?.words ?? [], forKey: .firstLeftOut)
    try values.encode(leftOut, forKey: .leftOut)
  }
}

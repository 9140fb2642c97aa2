import Diagnostics

/// The examples of a file, as far as they are kept to be compared: 32 bytes each, and no more than so many.
struct ComparedExamples: Observation {
  /// The most examples of a file that are compared with others: more than a tuning job accepts. With what finds those that
  /// are the same, they take at most 41 bytes each, 690 MB; 50 if most have the same prompt.
  static let most = 1 << 24

  /// Memory is taken by so many examples at a time: a long array that grows would be in memory twice.
  static let chunkLength = 1 << 11

  /// The chunks that are full, and the last one, which is not.
  private var chunks: ContiguousArray<ContiguousArray<ComparedExample>> = []
  private var last: ContiguousArray<ComparedExample> = []
  /// The first that is not kept, and how many are not.
  private(set) var firstLeftOut: ComparedExample?
  private(set) var leftOut = 0

  init() {}

  /// How many are kept.
  var count: Int { chunks.count * Self.chunkLength + last.count }

  /// The examples in the order of the file, by index.
  subscript(index: Int) -> ComparedExample {
    let (chunk, place) = index.quotientAndRemainder(dividingBy: Self.chunkLength)
    return chunk < chunks.count ? chunks[chunk][place] : last[place]
  }

  /// The examples in the order of the file, some at a time.
  var inChunks: ContiguousArray<ContiguousArray<ComparedExample>> { chunks + [last] }

  /// Adds an example.
  @inline(__always)
  mutating func add(_ example: ComparedExample, atMost most: Int = most) {
    guard count < most else { return leaveOut(example) }
    last.append(example)
    if last.count == Self.chunkLength { beginChunk() }
  }

  @inline(never)
  private mutating func beginChunk() {
    chunks.append(last)
    last = []
    // Of a small file there may be very many: the first chunk grows.
    last.reserveCapacity(Self.chunkLength)
  }

  @inline(never)
  private mutating func leaveOut(_ example: ComparedExample) {
    if leftOut == 0 { firstLeftOut = example }
    leftOut += 1
  }

  mutating func append(_ next: ComparedExamples, behind lines: Int, _ settings: RuleSettings) {
    append(next, behind: lines)
  }

  /// Appends the examples that follow, after so many lines.
  mutating func append(_ next: ComparedExamples, behind lines: Int) {
    for chunk in next.inChunks {
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
    try values.encode(inChunks.flatMap { $0.flatMap(\.words) }, forKey: .words)
    try values.encode(firstLeftOut?.words ?? [], forKey: .firstLeftOut)
    try values.encode(leftOut, forKey: .leftOut)
  }
}

/// The examples of several files that may share their prompt with another, in such an order that those with the same prompt
/// are beside each other.
///
/// Each of them takes 16 bytes. To save memory, at most two fifths of them are put in order at a time: some of the eight
/// parts that the highest bits of prompts' digests make.
struct PromptIndex {
  /// What examples are compared by. Only those with the same prompt and different answers are looked up.
  private struct Entry {
    private static let indexBits: UInt64 = 24
    private static let indexMask: UInt64 = (1 << indexBits) - 1

    /// The lowest 40 bits of the prompt's digest, and the example's index among those of all files:
    ///
    ///     40 bits of a digest │ 24 bits of an index
    let prompt: UInt64
    /// The digest of the answer, which the other bits of the prompt's digest are mixed with: examples with the same prompt
    /// have the same one if their answers are the same.
    let answer: UInt64

    init(_ example: ComparedExample, index: Int) {
      prompt = example.prompt.0 << Self.indexBits | UInt64(index)
      answer = example.answer ^ UInt64(example.prompt.1) &* 0x9E37_79B9_7F4A_7C15
    }

    /// No entry.
    init() { (prompt, answer) = (0, 0) }

    var index: Int { Int(prompt & Self.indexMask) }
    var tag: UInt64 { prompt >> Self.indexBits }
  }

  /// The highest bits of a digest that are the number of its part.
  private static let partBits = 3

  /// So many entries are put in order at once in any case.
  private let fewestAtOnce: Int
  /// The files, in whose order examples are counted.
  private let files: [ComparedExamples]
  /// The index of each file's first example, and one more for the end.
  private let starts: [Int]
  /// The part of each example, if it may share its prompt; 255 if not.
  private var parts: ContiguousArray<UInt8>
  /// By how many bits a digest is moved to be the number of a bucket.
  private let shift: UInt64
  /// How many entries each bucket has, and, once it is filled, where it ends.
  private var buckets: ContiguousArray<UInt32>
  /// The entries of some of the buckets.
  private var entries: ContiguousArray<Entry> = []

  /// Counts the examples that may share their prompt. O(n).
  ///
  /// - Parameter fewestAtOnce: so many entries, 2 MB, are put in order at once in any case: fewer are not worth another look at
  ///   all examples.
  init(_ files: [ComparedExamples], fewestAtOnce: Int = 1 << 17) {
    precondition(files.reduce(0) { $0 + $1.count } <= ComparedExamples.most, "there are too many examples")
    (self.files, self.fewestAtOnce) = (files, fewestAtOnce)
    starts = files.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let count = starts[starts.count - 1]
    var filter = PromptFilter(examples: count)
    let chunks = files.map(\.inChunks).joined()
    for chunk in chunks { filter.add(chunk) }
    // On average at most eight examples go to a bucket.
    let bits = max(Self.partBits, Int.bitWidth - (count / 8).leadingZeroBitCount)
    shift = UInt64(64 - bits)
    buckets = ContiguousArray(repeating: 0, count: 1 << bits)
    parts = ContiguousArray(repeating: .max, count: count)
    var index = 0
    for chunk in chunks {
      for example in chunk {
        let digest = example.prompt.0
        if filter.mayBeShared(digest) {
          buckets[Int(digest &>> shift)] += 1
          parts[index] = UInt8(digest &>> UInt64(64 - Self.partBits))
        }
        index += 1
      }
    }
  }

  /// The index of the example that is at a place of the order.
  func index(at place: Int) -> Int { entries[place].index }

  /// The first of some places, of examples with the same prompt, that has another answer than the first; nil if none has.
  func firstOtherAnswer(in places: Range<Int>) -> Int? {
    let answer = entries[places.lowerBound].answer
    return places.first { entries[$0].answer != answer }
  }

  /// The file that an example is in.
  func file(of index: Int) -> Int {
    var (first, end) = (0, files.count)
    while end - first > 1 {
      let middle = (first + end) / 2
      if starts[middle] <= index { first = middle } else { end = middle }
    }
    return first
  }

  /// The index of the first example of a file, and, for the number of files, of none.
  func start(ofFile file: Int) -> Int { starts[file] }

  /// An example by its index.
  subscript(index: Int) -> ComparedExample {
    let file = file(of: index)
    return files[file][index - starts[file]]
  }

  // MARK: Groups

  /// Calls `body` with the places of the examples that share a prompt, where that are several. They come by their indices.
  /// Called once. O(n) where few have the same prompt; O(n log n) in any case.
  mutating func forEachGroup(_ body: (inout PromptIndex, Range<Int>) -> Void) {
    let most = max(parts.count * 2 / 5, fewestAtOnce)
    let bucketsOfPart = buckets.count >> Self.partBits
    let counts = (0..<1 << Self.partBits).map { part in
      buckets[part * bucketsOfPart..<(part + 1) * bucketsOfPart].reduce(0) { $0 + Int($1) }
    }
    var first = 0
    while first < counts.count {
      var (next, count) = (first, 0)
      while next < counts.count, next == first || count + counts[next] <= most {
        count += counts[next]
        next += 1
      }
      if count > 1 {
        fill(first..<next, first * bucketsOfPart..<next * bucketsOfPart, count)
        forEachGroup(in: 0..<count, body)
      }
      first = next
    }
    (entries, buckets, parts) = ([], [], [])
  }

  /// Puts the examples of some parts in order, which are so many, bucket by bucket.
  private mutating func fill(_ wanted: Range<Int>, _ numbers: Range<Int>, _ count: Int) {
    var sum: UInt32 = 0
    for number in numbers { (buckets[number], sum) = (sum, sum + buckets[number]) }
    if entries.count < count { entries = ContiguousArray(repeating: Entry(), count: count) }
    scatter(wanted)
    var start = 0
    for number in numbers {
      let end = Int(buckets[number])
      entries.sort(start..<end) { $0.prompt < $1.prompt }
      start = end
    }
  }

  /// Puts the examples of some parts where their buckets end, and moves those ends.
  private mutating func scatter(_ wanted: Range<Int>) {
    var places = ContiguousArray<Int32>(repeating: 0, count: ComparedExamples.chunkLength)
    var index = 0
    for chunk in files.map(\.inChunks).joined() {
      // Which of them are wanted is found first, without branches, which no processor would foresee.
      var count = 0
      for place in chunk.indices {
        places[count] = Int32(truncatingIfNeeded: place)
        count &+= wanted.contains(Int(parts[index &+ place])) ? 1 : 0
      }
      Self.scatter(chunk, places[..<count], index, shift, into: &entries, &buckets)
      index += chunk.count
    }
  }

  /// Puts those examples of a chunk where their buckets end that are at some places.
  private static func scatter(
    _ chunk: ContiguousArray<ComparedExample>, _ places: ContiguousArray<Int32>.SubSequence, _ start: Int,
    _ shift: UInt64, into entries: inout ContiguousArray<Entry>, _ ends: inout ContiguousArray<UInt32>
  ) {
    var entries = entries.mutableSpan
    var ends = ends.mutableSpan
    for place in places {
      let example = chunk[Int(place)]
      let bucket = Int(example.prompt.0 &>> shift)
      entries[Int(ends[bucket])] = Entry(example, index: start &+ Int(place))
      ends[bucket] &+= 1
    }
  }

  /// Calls `body` with the places of each group of examples that share a prompt, where the entries are in order.
  private mutating func forEachGroup(in places: Range<Int>, _ body: (inout PromptIndex, Range<Int>) -> Void) {
    var start = places.lowerBound
    while start < places.upperBound {
      let tag = entries[start].tag
      var end = start + 1
      while end < places.upperBound, entries[end].tag == tag { end += 1 }
      // Those that agree in these bits and in their answers have the same prompt. Others may differ in the other bits.
      while start < end {
        let next = firstOtherAnswer(in: start..<end) == nil ? end : gather(start..<end)
        if next - start > 1 { body(&self, start..<next) }
        start = next
      }
    }
  }

  /// Puts the examples that share the prompt of the first of some before the others; returns where they end.
  private mutating func gather(_ places: Range<Int>) -> Int {
    let first = self[index(at: places.lowerBound)]
    var end = places.lowerBound + 1
    for place in end..<places.upperBound where self[index(at: place)].hasPrompt(of: first) {
      entries.swapAt(place, end)
      end += 1
    }
    entries.sort(end..<places.upperBound) { $0.prompt < $1.prompt }
    return end
  }

  /// Puts examples that share a prompt in such an order that those with the same answer are beside each other, and calls
  /// `body` with the places of each answer. They come by their indices.
  mutating func forEachAnswer(in places: Range<Int>, _ body: (borrowing PromptIndex, Range<Int>) -> Void) {
    entries.sort(places) { ($0.answer, $0.prompt) < ($1.answer, $1.prompt) }
    var start = places.lowerBound
    while start < places.upperBound {
      let next = firstOtherAnswer(in: start..<places.upperBound) ?? places.upperBound
      body(self, start..<next)
      start = next
    }
  }
}

/// The examples of several files that may share their prompt with another, in such an order that those with the same prompt
/// are beside each other.
///
/// Each of them takes eight bytes: a part of the prompt's digest, and the example's index among those of all files.
///
///     40 bits of a digest │ 24 bits of an index
struct PromptIndex {
  private static let indexBits: UInt64 = 24
  private static let indexMask: UInt64 = (1 << indexBits) - 1

  /// The files, in whose order examples are counted.
  private let files: [ComparedExamples]
  /// The index of each file's first example, and one more for the end.
  private let starts: [Int]
  private var entries: ContiguousArray<UInt64>

  /// Puts the examples in order. O(n) where few have the same prompt; O(n log n) in any case.
  init(_ files: [ComparedExamples]) {
    precondition(files.reduce(0) { $0 + $1.count } <= ComparedExamples.most, "there are too many examples")
    self.files = files
    starts = files.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let count = starts[starts.count - 1]
    var filter = PromptFilter(examples: count)
    let chunks = files.map(\.inChunks).joined()
    for chunk in chunks { filter.add(chunk) }
    // On average at most four examples go to a bucket, by the highest bits of their digests.
    let bits = UInt64(max(0, Int.bitWidth - (count / 4).leadingZeroBitCount))
    var ends = ContiguousArray<UInt32>(repeating: 0, count: 1 << Int(bits))
    func bucket(_ digest: UInt64) -> Int { bits == 0 ? 0 : Int(digest >> (64 - bits)) }
    for chunk in chunks {
      for example in chunk where filter.mayBeShared(example.prompt.0) { ends[bucket(example.prompt.0)] += 1 }
    }
    var sum: UInt32 = 0
    for index in ends.indices { (ends[index], sum) = (sum, sum + ends[index]) }
    entries = ContiguousArray(repeating: 0, count: Int(sum))
    var index: UInt64 = 0
    for chunk in chunks {
      for example in chunk {
        defer { index += 1 }
        guard filter.mayBeShared(example.prompt.0) else { continue }
        let bucket = bucket(example.prompt.0)
        entries[Int(ends[bucket])] = example.prompt.0 << Self.indexBits | index
        ends[bucket] += 1
      }
    }
    var start = 0
    for end in ends {
      sort(start..<Int(end))
      start = Int(end)
    }
  }

  /// How many examples may share their prompt.
  private var count: Int { entries.count }

  /// The index of the example that is at a place of the order.
  func index(at place: Int) -> Int { Int(entries[place] & Self.indexMask) }

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
  mutating func forEachGroup(_ body: (inout PromptIndex, Range<Int>) -> Void) {
    forEachGroup(in: 0..<count, where: { $0.hasPrompt(of: $1) }) { index, places in
      if places.count > 1 { body(&index, places) }
    }
  }

  /// Puts examples that share a prompt in such an order that those with the same answer are beside each other, and calls
  /// `body` with the places of each answer. They come by their indices.
  mutating func forEachAnswer(in places: Range<Int>, _ body: (borrowing PromptIndex, Range<Int>) -> Void) {
    for place in places {
      let index = index(at: place)
      entries[place] = self[index].answer << Self.indexBits | UInt64(index)
    }
    sort(places)
    forEachGroup(in: places, where: { $0.answer == $1.answer }) { body($0, $1) }
  }

  /// Calls `body` with the places of each group of examples that are the same, where the entries are in order.
  @inline(__always)
  private mutating func forEachGroup(
    in places: Range<Int>, where areSame: (ComparedExample, ComparedExample) -> Bool,
    _ body: (inout PromptIndex, Range<Int>) -> Void
  ) {
    var start = places.lowerBound
    while start < places.upperBound {
      let tag = entries[start] >> Self.indexBits
      var end = start + 1
      while end < places.upperBound, entries[end] >> Self.indexBits == tag { end += 1 }
      // Those that agree in these bits may differ in the others.
      while start < end {
        let next = end - start > 1 ? gather(start..<end, where: areSame) : end
        body(&self, start..<next)
        start = next
      }
    }
  }

  /// Puts the examples that are the same as the first of some before the others; returns where they end.
  private mutating func gather(
    _ places: Range<Int>, where areSame: (ComparedExample, ComparedExample) -> Bool
  ) -> Int {
    let first = self[index(at: places.lowerBound)]
    var end = places.lowerBound + 1
    for place in end..<places.upperBound where areSame(self[index(at: place)], first) {
      entries.swapAt(place, end)
      end += 1
    }
    if end < places.upperBound { sort(end..<places.upperBound) }
    return end
  }

  // MARK: Order

  /// Sorts some of the entries where they are: few by insertion, many by a heap.
  private mutating func sort(_ places: Range<Int>) {
    guard places.count > 1 else { return }
    guard places.count <= 48 else { return sortByHeap(places) }
    var entries = entries.mutableSpan
    for place in places.lowerBound + 1..<places.upperBound {
      let entry = entries[place]
      var hole = place
      while hole > places.lowerBound, entries[hole - 1] > entry {
        entries[hole] = entries[hole - 1]
        hole -= 1
      }
      entries[hole] = entry
    }
  }

  private mutating func sortByHeap(_ places: Range<Int>) {
    // Equal examples come in order, as they were put there.
    if zip(places, places.dropFirst()).allSatisfy({ entries[$0] < entries[$1] }) { return }
    for root in stride(from: places.count / 2 - 1, through: 0, by: -1) {
      sift(root, places.count, in: places)
    }
    for end in stride(from: places.count - 1, to: 0, by: -1) {
      entries.swapAt(places.lowerBound, places.lowerBound + end)
      sift(0, end, in: places)
    }
  }

  /// Lets an entry of a heap of so many sink to its place.
  private mutating func sift(_ root: Int, _ count: Int, in places: Range<Int>) {
    var entries = entries.mutableSpan
    let first = places.lowerBound
    let entry = entries[first + root]
    var hole = root
    while true {
      var child = 2 * hole + 1
      guard child < count else { break }
      if child + 1 < count, entries[first + child + 1] > entries[first + child] { child += 1 }
      guard entries[first + child] > entry else { break }
      entries[first + hole] = entries[first + child]
      hole = child
    }
    entries[first + hole] = entry
  }
}

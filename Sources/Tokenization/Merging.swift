/// Byte-pair encoding of one text, as SentencePiece does it: of all pairs of neighbours whose union is a piece, that of the
/// best score is merged, and of equal ones the first, until no pair is left.
///
/// Source: github.com/google/sentencepiece, src/bpe_model.cc, as of 0.2.1.
struct Merging: ~Copyable {
  /// A piece of the text so far; the lengths of those that were merged into their left neighbour are 0.
  private struct Symbol {
    var start: Int32
    var end: Int32
    var previous: Int32
    var next: Int32
  }

  /// Two neighbours whose union is a piece.
  private struct Pair {
    var score: Float
    var left: Int32
    var right: Int32
    /// The length of their union in bytes: if it is another, one of them has changed since.
    var length: Int32

    /// Whether it is merged before another.
    func isBefore(_ other: Pair) -> Bool {
      score > other.score || (score == other.score && left < other.left)
    }
  }

  private var symbols: [Symbol] = []
  /// A heap, the next pair first.
  private var pairs: [Pair] = []
  /// The halves of unused pieces.
  private var halves: [Int32: Int] = [:]

  /// Merges the characters of a part of a text.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func merge(_ text: Span<UInt8>, from start: Int, to end: Int, _ vocabulary: Vocabulary) {
    symbols.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    halves.removeAll(keepingCapacity: true)
    var offset = start
    while offset < end {
      let length = AdjacentCharacters.character(in: text, at: offset).length
      let index = Int32(symbols.count)
      symbols.append(
        Symbol(start: Int32(offset), end: Int32(offset + length), previous: index - 1, next: index + 1))
      offset += length
    }
    symbols[symbols.count - 1].next = -1
    for right in stride(from: Int32(1), to: Int32(symbols.count), by: 1) {
      addPair(right - 1, right, text, vocabulary)
    }
    while let pair = popPair() {
      let (left, right) = (Int(pair.left), Int(pair.right))
      // A symbol that was merged into another is empty; one that took another in is longer.
      guard symbols[left].end > symbols[left].start, symbols[right].end > symbols[right].start,
        symbols[right].end - symbols[left].start == pair.length
      else { continue }
      symbols[left].end = symbols[right].end
      symbols[left].next = symbols[right].next
      if symbols[right].next >= 0 { symbols[Int(symbols[right].next)].previous = pair.left }
      symbols[right].end = symbols[right].start
      if symbols[left].previous >= 0 { addPair(symbols[left].previous, pair.left, text, vocabulary) }
      if symbols[left].next >= 0 { addPair(pair.left, symbols[left].next, text, vocabulary) }
    }
  }

  /// Calls `body` with each token of what was merged, in order.
  func forEachToken(_ text: Span<UInt8>, _ vocabulary: Vocabulary, _ body: (Int32) -> Void) {
    var index: Int32 = 0
    while index >= 0 {
      let symbol = symbols[Int(index)]
      forEachToken(Int(symbol.start), Int(symbol.end), text, vocabulary, body)
      index = symbol.next
    }
  }

  private func forEachToken(
    _ start: Int, _ end: Int, _ text: Span<UInt8>, _ vocabulary: Vocabulary, _ body: (Int32) -> Void
  ) {
    var part = start..<end
    // The right halves of unused pieces, the next last.
    var later: [Range<Int>] = []
    while true {
      if let token = vocabulary.token(of: text, from: part.lowerBound, to: part.upperBound) {
        if vocabulary.isUnused[Int(token)], let half = halves[token] {
          let middle = part.lowerBound + half
          later.append(middle..<part.upperBound)
          part = part.lowerBound..<middle
          continue
        }
        body(token)
      } else {
        forEachByte(part.lowerBound, part.upperBound, text, vocabulary, body)
      }
      guard let next = later.popLast() else { return }
      part = next
    }
  }

  /// The tokens of a character that is no piece.
  private func forEachByte(
    _ start: Int, _ end: Int, _ text: Span<UInt8>, _ vocabulary: Vocabulary, _ body: (Int32) -> Void
  ) {
    guard text[start] != 0x20 else {
      for byte in SpaceEscape.bytes { body(vocabulary.byteTokens[Int(byte)]) }
      return
    }
    for index in start..<end { body(vocabulary.byteTokens[Int(text[index])]) }
  }

  // MARK: Pairs

  private mutating func addPair(
    _ left: Int32, _ right: Int32, _ text: Span<UInt8>, _ vocabulary: Vocabulary
  ) {
    let (start, end) = (symbols[Int(left)].start, symbols[Int(right)].end)
    guard let token = vocabulary.token(of: text, from: Int(start), to: Int(end)) else { return }
    if vocabulary.isUnused[Int(token)] { halves[token] = Int(symbols[Int(left)].end - start) }
    var child = pairs.count
    pairs.append(
      Pair(score: vocabulary.scores[Int(token)], left: left, right: right, length: end - start))
    while child > 0, pairs[child].isBefore(pairs[(child - 1) / 2]) {
      pairs.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func popPair() -> Pair? {
    guard let first = pairs.first, let last = pairs.popLast() else { return nil }
    guard !pairs.isEmpty else { return first }
    pairs[0] = last
    var parent = 0
    while 2 * parent + 1 < pairs.count {
      var child = 2 * parent + 1
      if child + 1 < pairs.count, pairs[child + 1].isBefore(pairs[child]) { child += 1 }
      guard pairs[child].isBefore(pairs[parent]) else { break }
      pairs.swapAt(child, parent)
      parent = child
    }
    return first
  }
}

/// Finds the few of many keys that may occur twice: a bit for each hash that was met, and one for each met again.
///
///     hashes      5  3  5  9 …        met        …1000101000      bits 9, 5 and 3
///                                     met again  …0000100000      bit 5
///
/// Two bits a hash fit the cache where the keys themselves would not, and what is not met again needs no comparison.
struct KeySuspicion {
  private static let mostWords = 1 << 13
  private static let keysPerWord = 4

  /// The bits of what was met, and after them those of what was met again.
  private var words: ContiguousArray<UInt64> = []
  /// How many words there are of either; a power of two.
  private var wordCount = 1
  /// Whether any key may occur twice.
  private(set) var hasAny = false

  /// Forgets all keys, and makes ready for so many. O(keys).
  mutating func clear(keyCount: Int) {
    hasAny = false
    wordCount = 1
    while wordCount < Self.mostWords, wordCount * Self.keysPerWord < keyCount { wordCount *= 2 }
    if words.isEmpty { words = ContiguousArray(repeating: 0, count: 2 * Self.mostWords) }
    for index in 0..<2 * wordCount { words[index] = 0 }
  }

  /// Notes keys as ``KeyTable`` writes them.
  mutating func note(_ entries: Span<UInt64>) {
    var isAnyMetAgain = false
    let wordCount = wordCount
    var words = words.mutableSpan
    for index in entries.indices {
      let (word, bit) = Self.place(of: entries[index], wordCount)
      if words[word] & bit != 0 {
        words[wordCount + word] |= bit
        isAnyMetAgain = true
      }
      words[word] |= bit
    }
    hasAny = hasAny || isAnyMetAgain
  }

  /// Whether a key that was noted may occur twice.
  func has(_ entry: UInt64) -> Bool {
    let (word, bit) = Self.place(of: entry, wordCount)
    return words[wordCount + word] & bit != 0
  }

  private static func place(of entry: UInt64, _ wordCount: Int) -> (word: Int, bit: UInt64) {
    let hash = entry >> 32
    return (Int(hash >> 6) & (wordCount - 1), 1 &<< hash)
  }
}

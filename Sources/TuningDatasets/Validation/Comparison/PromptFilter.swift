/// Which examples may share their prompt with another.
///
/// Most examples of most files share it with none. They are told in a few steps each, by a table that is small enough to be
/// near the processor, so that only the others are put in order.
///
///     digest   10110…   its first bits are a place       place   0  1  2  …
///                                                        bits   00 01 11       no example, one, more than one
struct PromptFilter {
  /// 32 places a word, two bits each.
  private var words: ContiguousArray<UInt64>
  /// By how many bits a digest is moved to be a place.
  private let shift: UInt64

  /// A filter for so many examples: 8 to 16 places for each, which take 2 to 4 bytes.
  init(examples count: Int) {
    let bits = UInt64(max(5, Int.bitWidth - count.leadingZeroBitCount + 3))
    shift = 64 - bits
    words = ContiguousArray(repeating: 0, count: 1 << Int(bits - 5))
  }

  /// Notes the prompts of some examples by the lower halves of their digests.
  mutating func add(_ examples: ContiguousArray<ComparedExample>) {
    let shift = shift
    var words = words.mutableSpan
    for example in examples {
      let place = example.prompt.0 &>> shift
      let word = Int(place &>> 5)
      let bits = words[word] &>> (2 &* (place & 31))
      words[word] |= (1 | (bits & 1) &<< 1) &<< (2 &* (place & 31))
    }
  }

  /// Whether two prompts that were noted, or more, are at the place of this one.
  @inline(__always)
  func mayBeShared(_ digest: UInt64) -> Bool {
    let place = digest &>> shift
    return words[Int(place &>> 5)] &>> (2 &* (place & 31)) & 2 != 0
  }
}

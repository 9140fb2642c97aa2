import TestSupport

/// Gzip data of all kinds, at random.
enum GzipSamples {
  /// Sound streams of all kinds, damaged in up to three places; all of them begin with gzip's mark.
  static func damaged(count: Int, seed: UInt64) -> [[UInt8]] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      var stream = sound(&generator)
      for _ in 0..<Int.random(in: 0...3, using: &generator) { damage(&stream, &generator) }
      return [0x1F, 0x8B] + stream.dropFirst(2)
    }
  }

  static func sound(_ generator: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 1...3, using: &generator)).flatMap { _ in
      let seed = generator.next()
      let lines = sampleLines(Int.random(in: 0...12, using: &generator), seed: seed)
      let noise = generator.bytes(Int.random(in: 0...200, using: &generator))
      let bytes = Bool.random(using: &generator) ? lines : lines + noise
      if Int.random(in: 0..<5, using: &generator) == 0 {
        return Gzip.bgzfBlocks(bytes, blockLength: 300) + Gzip.bgzfEnd
      }
      let level = [0, 1, 6, 9][Int.random(in: 0..<4, using: &generator)] as Int32
      let member = Gzip.member(bytes, level: level, flags: UInt8.random(in: 0..<32, using: &generator))
      let padding = Bool.random(using: &generator) ? 0 : Int.random(in: 0...20, using: &generator)
      return member + [UInt8](repeating: 0, count: padding)
    }
  }

  static func damage(_ stream: inout [UInt8], _ generator: inout SplitMix64) {
    let place = Int.random(in: 0..<stream.count, using: &generator)
    let length = min(Int.random(in: 1...40, using: &generator), stream.count - place)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0, 1: stream[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 2: stream[place] = UInt8.random(in: .min ... .max, using: &generator)
    case 3: stream.removeSubrange(place + 1..<stream.count)
    case 4: stream.insert(contentsOf: stream[place..<place + length], at: place)
    case 5: stream += generator.bytes(length)
    default: if stream.count > length { stream.removeSubrange(place..<place + length) }
    }
  }

  /// The mark; then nothing but noise, or a header and noise, or a header, a block's first bits and noise.
  static func noise(_ generator: inout SplitMix64) -> [UInt8] {
    let noise = generator.bytes(Int.random(in: 0...100, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return [0x1F, 0x8B] + noise
    case 1: return [0x1F, 0x8B, 8, UInt8.random(in: 0..<32, using: &generator)] + noise
    case 2: return Gzip.header() + noise
    // Fixed codes go on longest before noise makes no sense to them.
    default: return Gzip.header() + [0b011 | (generator.next() & 1 == 0 ? 0 : 0xF8)] + noise
    }
  }

  /// Sound streams of some 100 KB to 1 MB, as tools write them.
  static func large(_ generator: inout SplitMix64) -> [(name: String, stream: [UInt8])] {
    let bytes = sampleLines(2000, seed: generator.next())
    let some = Array(bytes.prefix(100_000))
    let zeros = [UInt8](repeating: 0, count: 3_000_000)
    // A member that holds members, as they are and compressed once more.
    let members = Gzip.bgzfBlocks(some, blockLength: 1000)
    let stored = Gzip.member(members, level: 0)
    return [
      ("one member", Gzip.member(bytes)),
      ("BGZF", Gzip.bgzfBlocks(bytes, blockLength: 65_280) + Gzip.bgzfEnd),
      ("small blocks of BGZF", Gzip.bgzfBlocks(some, blockLength: 777) + Gzip.bgzfEnd),
      (
        "members, with padding",
        (0..<20).flatMap { Gzip.member(some) + [UInt8](repeating: 0, count: 13 * $0) }
      ),
      ("members of random bytes", (0..<20).flatMap { _ in Gzip.member(generator.bytes(9000)) }),
      ("a member in independent pieces", Gzip.pieces(bytes, pieceLength: 70_000, areIndependent: true)),
      ("a member in small independent pieces", Gzip.pieces(some, pieceLength: 2000, areIndependent: true)),
      ("a member in pieces", Gzip.pieces(bytes, pieceLength: 70_000, areIndependent: false)),
      (
        "members in pieces, independent or not",
        (0..<6).flatMap { Gzip.pieces(bytes, pieceLength: 90_000, areIndependent: $0 % 2 == 0, flags: 31) }
      ),
      ("a member that holds members", stored + members + stored + Gzip.member(stored, level: 9)),
      ("a bomb between members", members + Gzip.member(zeros, level: 9) + members),
      ("a bomb in pieces", Gzip.pieces(zeros, pieceLength: 100_000, areIndependent: true, level: 9)),
      ("empty pieces", Gzip.pieces([], pieceLength: 1, areIndependent: true) + Gzip.member([]) + members),
    ]
  }
}

import ByteStreams
import Testing
import TestSupport

/// Whatever is inflated ahead, and whoever does it: the bytes, the fault and the place are those of reading alone.
@Suite("GzipSegment")
struct GzipSegmentTests {
  /// Reads `stream` alone and with segments of several lengths, and expects the same.
  private func expectSame(
    _ stream: [UInt8], segments: [Int], _ generator: inout SplitMix64, _ name: String
  ) throws {
    let alone = try Reading(unchecked: stream, chunk: .max, bufferLength: 1 << 16)
    for segmentLength in segments {
      let lookahead = GzipLookahead(
        segmentLengthInBytes: segmentLength,
        searchLengthInBytes: segmentLength + Int.random(in: 1...4 * segmentLength, using: &generator),
        outputLengthInBytes: Int.random(in: 1...40 * segmentLength, using: &generator))
      let chunk =
        Bool.random(using: &generator) ? .max : Int.random(in: 1...2 * segmentLength, using: &generator)
      let together = try Reading(
        stream, chunk: chunk, bufferLength: [100, 5000, 1 << 16][Int.random(in: 0..<3, using: &generator)],
        lookahead: lookahead, threads: Int.random(in: 1...4, using: &generator), &generator)
      try #require(together.fault == alone.fault, "\(name), \(lookahead)")
      try #require(together.bytes == alone.bytes, "\(name), \(lookahead)")
      try #require(together.bytesConsumed == alone.bytesConsumed, "\(name), \(lookahead)")
    }
  }

  @Test("small members of all kinds, sound and damaged", arguments: 1...8 as ClosedRange<UInt64>)
  func small(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for (index, stream) in GzipSamples.damaged(count: 300, seed: seed).enumerated() {
      try expectSame(stream, segments: [1, 10, 100, 400], &generator, "stream \(index) of seed \(seed)")
    }
  }

  @Test("large streams of every tool, sound and damaged", arguments: 1...8 as ClosedRange<UInt64>)
  func large(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for (name, sound) in GzipSamples.large(&generator) {
      for damages in 0..<4 {
        var stream = sound
        for _ in 0..<damages { GzipSamples.damage(&stream, &generator) }
        if !stream.starts(with: [0x1F, 0x8B]) { continue }
        try expectSame(stream, segments: [500, 4000, 20_000], &generator, "\(name), seed \(seed)")
      }
    }
  }
}

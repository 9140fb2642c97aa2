import ByteStreams
import SystemPackage
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

  /// The input of segments is read ahead, so a failure comes while bytes before it are not inflated yet.
  @Test(
    "a source that cannot be read on gives what comes before, and then fails",
    arguments: 1...20 as ClosedRange<UInt64>)
  func failure(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for (name, sound) in GzipSamples.large(&generator) {
      let all = try Reading(unchecked: sound, chunk: .max, bufferLength: 1 << 16).bytes
      // Often in the first chunks, of which the decoder has used a part before anybody looks for segments.
      let most = Bool.random(using: &generator) ? sound.count : min(sound.count, 6000)
      var stream = ByteStream(
        bytes: Array(sound.prefix(Int.random(in: 2..<most, using: &generator))), chunkSizeInBytes: 3000,
        lookahead: GzipLookahead(
          segmentLengthInBytes: 4000, searchLengthInBytes: 20_000, outputLengthInBytes: 50_000),
        failure: .ioError)
      var readsAlone = Int.random(in: 0..<4, using: &generator)
      var buffer = [UInt8](repeating: 0, count: 5000)
      var bytes: [UInt8] = []
      let error = #expect(throws: ByteStreamError.self) {
        while true {
          readsAlone -= 1
          if readsAlone < 0 {
            while let segment = stream.takeSegment(threads: 2) { segment.inflate() }
          }
          var span = buffer.mutableSpan
          let count = try stream.read(into: &span)
          if count == 0 { return }
          bytes += buffer[..<count]
        }
      }
      guard case .cannotRead = error else {
        Issue.record("\(name), seed \(seed): \(String(describing: error))")
        continue
      }
      #expect(all.starts(with: bytes), "\(name), seed \(seed)")
    }
  }
}

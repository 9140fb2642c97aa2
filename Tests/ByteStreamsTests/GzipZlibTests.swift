import ByteStreams
import Foundation
import Testing
import TestSupport

/// Whatever inflates, the bytes, the verdict, the place and the reason are those of zlib.
@Suite("gzip, judged by zlib")
struct GzipZlibTests {
  private func expectAgreement(_ stream: [UInt8], chunk: Int, bufferLength: Int, _ name: String) throws {
    let reading = try Reading(unchecked: stream, chunk: chunk, bufferLength: bufferLength)
    let verdict = ZlibJudge.reading(of: stream)
    try #require(reading.fault == verdict.fault, "\(name)")
    try #require(reading.bytes == verdict.bytes, "\(name)")
    if verdict.fault == nil { try #require(reading.bytesConsumed == verdict.bytesConsumed, "\(name)") }
  }

  @Test("damaged streams", arguments: 1...8 as ClosedRange<UInt64>)
  func damaged(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for (index, stream) in GzipSamples.damaged(count: 300, seed: seed).enumerated() {
      let chunk = awkwardSizes[Int.random(in: awkwardSizes.indices, using: &generator)]
      let bufferLength = [1, 7, 300, 1 << 16][Int.random(in: 0..<4, using: &generator)]
      try expectAgreement(stream, chunk: chunk, bufferLength: bufferLength, "stream \(index) of seed \(seed)")
    }
  }

  @Test("noise behind the mark", arguments: 1...8 as ClosedRange<UInt64>)
  func noise(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for index in 0..<2000 {
      let stream = GzipSamples.noise(&generator)
      let chunk = Int.random(in: 1...80, using: &generator)
      try expectAgreement(stream, chunk: chunk, bufferLength: 100, "stream \(index) of seed \(seed)")
    }
  }

  @Test("members of many blocks, damaged anywhere", arguments: 1...8 as ClosedRange<UInt64>)
  func manyBlocks(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let plain = sampleLines(1500, seed: seed)
    for level in [0, 1, 6, 9] as [Int32] {
      let member = Gzip.member(plain, level: level)
      for index in 0..<6 {
        var stream = member + Gzip.member(sampleLines(3))
        for _ in 0..<Int.random(in: 1...2, using: &generator) { GzipSamples.damage(&stream, &generator) }
        if !stream.starts(with: [0x1F, 0x8B]) { continue }
        let bufferLength = [5000, 70_000, 1 << 20][Int.random(in: 0..<3, using: &generator)]
        let chunk = [1000, 100_000, .max][Int.random(in: 0..<3, using: &generator)]
        let name = "stream \(index), level \(level), seed \(seed)"
        try expectAgreement(stream, chunk: chunk, bufferLength: bufferLength, name)
      }
    }
  }
}

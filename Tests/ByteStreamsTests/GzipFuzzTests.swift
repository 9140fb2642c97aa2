import ByteStreams
import Testing
import TestSupport

/// Whatever stands behind gzip's mark, reading ends, within the input, and always with the same result.
@Suite("gzip, fed with noise")
struct GzipFuzzTests {
  private let streamsPerSeed = 3000

  @Test("random bytes behind the mark", arguments: 1...8 as ClosedRange<UInt64>)
  func noise(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for index in 0..<streamsPerSeed {
      let stream = GzipSamples.noise(&generator)
      let chunk = Int.random(in: 1...80, using: &generator)
      let reading = try Reading(unchecked: stream, chunk: chunk, bufferLength: 1000)
      try #require(reading.bytesConsumed <= stream.count, "stream \(index) of seed \(seed)")
      try #require(placeIsInside(stream, reading.fault), "stream \(index) of seed \(seed)")
      let again = try Reading(unchecked: stream, chunk: .max, bufferLength: 37)
      try #require(reading == again, "stream \(index) of seed \(seed)")
    }
  }

  private func placeIsInside(_ stream: [UInt8], _ fault: GzipFault?) -> Bool {
    switch fault {
    case nil: true
    case .truncated(let member, let place): member >= 1 && place == stream.count
    case .corrupt(let member, let place, let reason):
      member >= 1 && (2..<stream.count).contains(place) && !reason.isEmpty
    case .trailingData(let place): (20..<stream.count).contains(place)
    }
  }
}

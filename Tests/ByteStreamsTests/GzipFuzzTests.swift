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
      let stream = noisyStream(&generator)
      let chunk = Int.random(in: 1...80, using: &generator)
      let reading = try read(stream, chunk: chunk, bufferLength: 1000)
      try #require(reading.bytesConsumed <= stream.count, "stream \(index) of seed \(seed)")
      try #require(placeIsInside(stream, reading.fault), "stream \(index) of seed \(seed)")
      let again = try read(stream, chunk: .max, bufferLength: 37)
      try #require(reading == again, "stream \(index) of seed \(seed)")
    }
  }

  /// The mark; then nothing but noise, or a header and noise, or a header, a block's first bits and noise.
  private func noisyStream(_ generator: inout SplitMix64) -> [UInt8] {
    let noise = generator.bytes(Int.random(in: 0...100, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return [0x1F, 0x8B] + noise
    case 1: return [0x1F, 0x8B, 8, UInt8.random(in: 0..<32, using: &generator)] + noise
    case 2: return Gzip.header() + noise
    // Fixed codes go on longest before noise makes no sense to them.
    default: return Gzip.header() + [0b011 | (generator.next() & 1 == 0 ? 0 : 0xF8)] + noise
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

  /// Reads without the checks of ``Reading``, which take longer than the reading.
  private func read(_ bytes: [UInt8], chunk: Int, bufferLength: Int) throws -> Reading {
    var stream = ByteStream(bytes: bytes, chunkSizeInBytes: chunk)
    var buffer = [UInt8](repeating: 0, count: bufferLength)
    var reading = Reading(bytes: [], fault: nil, bytesConsumed: 0)
    while true {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      reading.bytes += buffer[..<count]
    }
    reading.fault = stream.fault
    reading.bytesConsumed = stream.bytesConsumed
    return reading
  }
}

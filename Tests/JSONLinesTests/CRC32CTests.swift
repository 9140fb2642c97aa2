import JSONLines
import Testing
import TestSupport

/// Every kernel's CRC32C against a slow one, bit by bit.
@Suite struct CRC32CTests {
  /// The definition: bytes with their lowest bit first, 0x1EDC6F41 with its bits reversed, all bits inverted before and
  /// after.
  private func crc32c(of bytes: some Sequence<UInt8>, continuing crc: UInt32 = 0) -> UInt32 {
    var remainder = ~crc
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 0 ? remainder >> 1 : remainder >> 1 ^ 0x82F6_3B78 }
    }
    return ~remainder
  }

  /// The check value of the catalogues of checksums, and the examples of RFC 3720, appendix B.4.
  @Test(
    arguments: [
      (Array("123456789".utf8), 0xE306_9283), ([], 0), (Array(repeating: 0, count: 32), 0x8A91_36AA),
      (Array(repeating: 0xFF, count: 32), 0x62A8_AB43), (Array(0...31), 0x46DD_794E),
      (Array((0...31).reversed()), 0x113F_DB5C),
    ] as [([UInt8], UInt32)])
  func knownValues(bytes: [UInt8], expected: UInt32) {
    #expect(crc32c(of: bytes) == expected)
    let memory = GuardedLine(capacity: 32)
    memory.set(bytes)
    for kernel in ByteKernel.available { #expect(memory.crc32c(with: kernel) == expected, "\(kernel)") }
  }

  @Test func everyLengthAtEveryAlignment() {
    var generator = SplitMix64(seed: 6)
    let bytes = (0..<200).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let memory = GuardedLine(capacity: 200)
    for length in 0...200 {
      let expected = crc32c(of: bytes[..<length], continuing: UInt32(length))
      for slack in 0..<64 {
        memory.set(bytes[..<length], slack: slack)
        for kernel in ByteKernel.available {
          let found = memory.crc32c(with: kernel, continuing: UInt32(length))
          if found != expected { Issue.record("\(kernel), length \(length), slack \(slack)") }
        }
      }
    }
  }

  /// Lengths at which bytes are summed up in lanes, and around those; in one call and in two.
  @Test(arguments: [8191, 24_575, 24_576, 24_577, 49_151, 49_152, 80_003])
  func longBytes(length: Int) {
    var generator = SplitMix64(seed: UInt64(length))
    let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let expected = crc32c(of: bytes)
    let whole = GuardedLine(capacity: length)
    let part = GuardedLine(capacity: length)
    whole.set(bytes)
    for kernel in ByteKernel.available {
      #expect(whole.crc32c(with: kernel) == expected, "\(kernel)")
      part.set(bytes[..<1001])
      let first = part.crc32c(with: kernel)
      part.set(bytes[1001...], slack: 5)
      #expect(part.crc32c(with: kernel, continuing: first) == expected, "\(kernel)")
    }
  }
}

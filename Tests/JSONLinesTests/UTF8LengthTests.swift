import Testing
import TestSupport

/// `tk_utf8_length` against Swift's own parser.
@Suite struct UTF8LengthTests {
  private let memory = GuardedLine(capacity: 4)
  /// Bytes at the borders of what may follow a lead byte, and in the middle.
  private static let borders: [UInt8] = [0x22, 0x7F, 0x80, 0xBF, 0xC0, 0xFF]

  /// All sequences of one and two bytes at the line's end, and with another sequence behind.
  @Test func upToTwoBytes() {
    for first in UInt8.min...UInt8.max where first != 0x0A {
      memory.set([first])
      #expect(memory.lengthOfScalar(at: 0) == StringScanModel.lengthOfScalar([first]), "\(first)")
      memory.set([first, 0x0A])
      for second in UInt8.min...UInt8.max {
        memory[1] = second
        let expected = StringScanModel.lengthOfScalar([first, second])
        if memory.lengthOfScalar(at: 0) != expected { Issue.record("\([first, second]): not \(expected)") }
      }
    }
  }

  /// All sequences of three bytes whose first two may begin one; behind all other pairs, bytes at the borders.
  @Test func threeBytes() {
    memory.set([0, 0, 0])
    for first in UInt8.min...UInt8.max {
      memory[0] = first
      for second in UInt8.min...UInt8.max {
        memory[1] = second
        let mayBegin = (0xE0...0xEF).contains(first) && (0x80...0xBF).contains(second)
        for third in mayBegin ? Array(UInt8.min...UInt8.max) : [0x7F, 0x80, 0xBF] {
          memory[2] = third
          let expected = StringScanModel.lengthOfScalar([first, second, third])
          if memory.lengthOfScalar(at: 0) != expected {
            Issue.record("\([first, second, third]): not \(expected)")
          }
        }
      }
    }
  }

  /// Four bytes: all lead bytes with every second one, then bytes at the borders and others at random.
  @Test func fourBytes() {
    var generator = SplitMix64(seed: 5)
    memory.set([0, 0, 0, 0])
    for first in UInt8(0xEF)...0xF5 {
      for second in UInt8.min...UInt8.max {
        for third in Self.borders + [UInt8.random(in: 0x80...0xBF, using: &generator)] {
          for fourth in Self.borders + [UInt8.random(in: .min ... .max, using: &generator)] {
            let bytes = [first, second, third, fourth]
            for (index, byte) in bytes.enumerated() { memory[index] = byte }
            let expected = StringScanModel.lengthOfScalar(bytes[...])
            if memory.lengthOfScalar(at: 0) != expected { Issue.record("\(bytes): not \(expected)") }
          }
        }
      }
    }
  }

  /// The scalars of four bytes, every thirteenth.
  @Test func scalarsOfFourBytes() {
    memory.set([0, 0, 0, 0])
    for value in stride(from: UInt32(0x10000), through: 0x10FFFF, by: 13) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for (index, byte) in scalar.utf8.enumerated() { memory[index] = byte }
      if memory.lengthOfScalar(at: 0) != 4 { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}

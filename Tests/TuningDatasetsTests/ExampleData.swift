import Diagnostics

/// The bytes of an example and the places of its faults, both changed alike by a variation.
struct ExampleData {
  /// What the file holds.
  private(set) var bytes: [UInt8]
  /// What is read of it.
  private(set) var uncompressed: [UInt8]
  /// Where faults stand in what is read.
  private(set) var faultOffsets: [Int]

  init(_ example: RuleExample) {
    var bytes = example.bytes
    for _ in 1..<example.repetitions { bytes += [0x0A] + example.bytes }
    if example.isText, bytes.last != 0x0A, !bytes.isEmpty { bytes.append(0x0A) }
    self.bytes = bytes
    uncompressed = bytes
    faultOffsets = example.faultOffsets
  }

  mutating func vary(_ variation: RuleExample.Variation) {
    switch variation {
    case .carriageReturns:
      faultOffsets = faultOffsets.map { offset in offset + bytes[..<offset].count { $0 == 0x0A } }
      bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
      uncompressed = bytes
    case .noFinalNewline:
      if bytes.last == 0x0A { bytes.removeLast() }
      uncompressed = bytes
    case .gzip: bytes = Self.gzip(bytes)
    case .blankLinesBefore:
      let blank: [UInt8] = [0x0A, 0x20, 0x09, 0x0A]
      faultOffsets = faultOffsets.map { $0 + blank.count }
      bytes = blank + bytes
      uncompressed = bytes
    case .cutChunks: break
    }
  }

  /// A gzip member of stored blocks (RFC 1951 section 3.2.4), each of at most 65,535 bytes.
  static func gzip(_ data: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = data[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      member += [rest.isEmpty ? 1 : 0] + littleEndian(length) + littleEndian(~length) + block
    } while !rest.isEmpty
    return member + littleEndian(checksum(data)) + littleEndian(UInt32(truncatingIfNeeded: data.count))
  }

  private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    stride(from: 0, to: Number.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: number >> Number($0)) }
  }

  /// CRC-32 as gzip has it, bit by bit.
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~0) { state, byte in
      (0..<8).reduce(state ^ UInt32(byte)) { state, _ in state >> 1 ^ (state & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}

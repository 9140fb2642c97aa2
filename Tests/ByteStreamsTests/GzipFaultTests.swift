import ByteStreams
import Testing

/// Each field of a member, bent so that nothing but it is wrong.
@Suite("GzipFault")
struct GzipFaultTests {
  private let plain = sampleLines(30)

  /// Expects that `member`, as the first and as the second one, is corrupt at `place`, with `reason`, after `bytes`.
  private func expect(
    _ member: [UInt8], isCorruptAt place: Int, _ reason: String, after bytes: [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = Gzip.member(plain)
    for chunk in awkwardSizes {
      for bufferLength in [7, 65_536] {
        let alone = try Reading(member, chunk: chunk, bufferLength: bufferLength)
        #expect(
          alone.fault == .corrupt(member: 1, atByte: place, reason: reason), sourceLocation: sourceLocation)
        #expect(alone.bytes == bytes, sourceLocation: sourceLocation)
        let second = try Reading(before + member, chunk: chunk, bufferLength: bufferLength)
        let fault = GzipFault.corrupt(member: 2, atByte: before.count + place, reason: reason)
        #expect(second.fault == fault, sourceLocation: sourceLocation)
        #expect(second.bytes == plain + bytes, sourceLocation: sourceLocation)
      }
    }
  }

  @Test("a compression method other than deflate")
  func method() throws {
    var member = Gzip.member(plain)
    member[2] = 7
    try expect(member, isCorruptAt: 2, "its header names a compression method other than deflate", after: [])
  }

  @Test("a reserved flag", arguments: [0x20, 0x40, 0x80] as [UInt8])
  func flags(flag: UInt8) throws {
    var member = Gzip.member(plain)
    member[3] |= flag
    try expect(member, isCorruptAt: 3, "its header sets a reserved flag", after: [])
  }

  @Test("the header's own checksum")
  func headerChecksum() throws {
    var member = Gzip.member(plain, flags: Gzip.headerChecksum)
    member[10] ^= 1
    try expect(member, isCorruptAt: 10, "its header does not match its own checksum", after: [])
  }

  @Test("the data's checksum, in any of its bytes", arguments: 1...4)
  func checksum(byte: Int) throws {
    var member = Gzip.member(plain)
    member[member.count - 4 - byte] ^= 0x10
    let place = member.count - 8
    try expect(member, isCorruptAt: place, "its data do not match their checksum (CRC-32)", after: plain)
  }

  @Test("the data's length, in any of its bytes", arguments: 1...4)
  func length(byte: Int) throws {
    var member = Gzip.member(plain)
    member[member.count - byte] ^= 0x10
    let reason = "its data do not have the length that is stated at its end"
    try expect(member, isCorruptAt: member.count - 4, reason, after: plain)
  }

  @Test("deflate data that mean nothing")
  func deflateData() throws {
    func member(_ deflated: [UInt8]) -> [UInt8] {
      Gzip.header() + deflated + [UInt8](repeating: 0, count: 16)
    }
    // A block is, from the lowest bit on: is it the last, its type in two bits, and its data.
    try expect(member([0b111]), isCorruptAt: 10, "a deflate block has the reserved type 3", after: [])
    try expect(
      member([0b001, 5, 0, 0xFB, 0xFF]), isCorruptAt: 11,
      "the length of a stored block does not match its complement", after: [])
    // Fixed codes: 'a' is 0x91 in 8 bits, then length 3 (0000001) and distance 4 (00011): only 1 byte lies behind.
    let tooFar: [UInt8] = bits("1 10  10010001  0000001 00011")
    let reason = "its deflate data refer to bytes before their beginning"
    try expect(member(tooFar), isCorruptAt: 12, reason, after: [0x61])
    // Fixed code 286 has no meaning, nor has distance 30.
    let meaningless = "its deflate data have a code without a meaning"
    try expect(member(bits("1 10  10010001 11000110")), isCorruptAt: 12, meaningless, after: [0x61])
    try expect(member(bits("1 10  10010001 0000001 11110")), isCorruptAt: 12, meaningless, after: [0x61])
    // 31 length codes are more than the 30 that exist.
    let table = "the code table of a deflate block is invalid"
    try expect(member(bits("1 01  11111 11111 1111")), isCorruptAt: 12, table, after: [])
  }

  /// Bytes from bits in the order in which deflate reads them, beginning at each byte's lowest.
  private func bits(_ text: String) -> [UInt8] {
    let bits = text.filter { $0 != " " }.map { $0 == "1" }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }

  @Test("what follows a corrupt member is not read")
  func nothingAfter() throws {
    var member = Gzip.member(plain)
    member[member.count - 8] ^= 1
    let reading = try Reading(member + Gzip.member(plain))
    #expect(reading.bytes == plain)
    #expect(reading.bytesConsumed <= member.count)
  }
}

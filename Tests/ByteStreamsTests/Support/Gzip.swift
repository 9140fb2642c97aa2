import CZlib

/// Makes gzip data, field by field, so that tests can bend each of them.
enum Gzip {
  /// Flags of the header, RFC 1952, section 2.3.1.
  static let headerChecksum: UInt8 = 2
  static let extraField: UInt8 = 4
  static let name: UInt8 = 8
  static let comment: UInt8 = 16

  /// The empty member that BGZF files end with.
  static let bgzfEnd: [UInt8] = [
    0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]

  /// One member that holds `bytes`, with the header fields that `flags` name.
  static func member(_ bytes: [UInt8], level: CInt = 6, flags: UInt8 = 0) -> [UInt8] {
    member(header: header(flags: flags), deflated: deflate(bytes, level: level), holding: bytes)
  }

  /// One member made of a header, deflate data and what belongs at its end for `bytes`.
  static func member(header: [UInt8], deflated: [UInt8], holding bytes: [UInt8]) -> [UInt8] {
    header + deflated + littleEndian(checksum(bytes), 4) + littleEndian(UInt(bytes.count), 4)
  }

  static func header(flags: UInt8 = 0) -> [UInt8] {
    var header: [UInt8] = [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 3]
    if flags & extraField != 0 { header += [6, 0, 0x41, 0x42, 2, 0, 7, 7] }
    if flags & name != 0 { header += Array("training.jsonl".utf8) + [0] }
    if flags & comment != 0 { header += Array("a comment".utf8) + [0] }
    if flags & headerChecksum != 0 { header += littleEndian(checksum(header) & 0xFFFF, 2) }
    return header
  }

  /// `bytes` in blocks of BGZF, each a member that states its own length, without the empty one at the end.
  static func bgzfBlocks(_ bytes: [UInt8], blockLength: Int) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: blockLength).flatMap { start in
      let block = Array(bytes[start..<min(start + blockLength, bytes.count)])
      let deflated = deflate(block, level: 6)
      let fixed: [UInt8] = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0]
      let lengthMinusOne = fixed.count + 2 + deflated.count + 8 - 1
      return member(header: fixed + littleEndian(UInt(lengthMinusOne), 2), deflated: deflated, holding: block)
    }
  }

  /// One member whose deflate data begin a new byte after each `pieceLength` bytes, with an empty stored block; what
  /// follows refers to bytes before it only if `areIndependent` is false.
  static func pieces(
    _ bytes: [UInt8], pieceLength: Int, areIndependent: Bool, level: CInt = 6, flags: UInt8 = 0
  ) -> [UInt8] {
    let flush = areIndependent ? Z_FULL_FLUSH : Z_SYNC_FLUSH
    let deflated = deflate(bytes, level: level, flushing: flush, after: pieceLength)
    return member(header: header(flags: flags), deflated: deflated, holding: bytes)
  }

  /// Raw deflate data, without header and end, in which zlib is told to flush after each `pieceLength` bytes.
  static func deflate(
    _ bytes: [UInt8], level: CInt, flushing flush: CInt = Z_NO_FLUSH, after pieceLength: Int = .max
  ) -> [UInt8] {
    // Sound: zlib asks for zeros here, and the fields are set below before it looks at them.
    var stream = unsafe z_stream()
    var input = bytes
    let pieces = bytes.count / pieceLength
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 256 + 64 * pieces)
    // Sound: both arrays outlive the closures, zlib gets their true lengths, and its state is freed at once.
    return unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        precondition(unsafe CZlib_deflateInit2(&stream, level, -15) == Z_OK)
        unsafe stream.next_in = source.baseAddress
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = uInt(target.count)
        for _ in 0..<pieces {
          unsafe stream.avail_in = uInt(pieceLength)
          precondition(unsafe CZlib.deflate(&stream, flush) == Z_OK)
        }
        unsafe stream.avail_in = uInt(source.count - pieces * pieceLength)
        precondition(unsafe CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END)
        let count = unsafe target.count - Int(stream.avail_out)
        unsafe deflateEnd(&stream)
        return unsafe Array(target.prefix(count))
      }
    }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt {
    // Sound: zlib reads as many bytes as the array holds.
    unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, uInt($0.count)) }
  }

  static func littleEndian(_ value: UInt, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt($0 * 8)) }
  }
}

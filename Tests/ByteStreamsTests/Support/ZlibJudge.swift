import ByteStreams
import CZlib

/// What zlib by itself makes of gzip data: told to read gzip members, and given one byte after the other.
enum ZlibJudge {
  /// Reads the members of `stream`, which begins with gzip's mark.
  static func reading(of stream: [UInt8]) -> Reading {
    var reading = Reading(bytes: [], fault: nil, bytesConsumed: 0)
    var member = 0
    while reading.fault == nil {
      if member > 0 {
        reading.bytesConsumed += stream[reading.bytesConsumed...].prefix { $0 == 0 }.count
      }
      let rest = stream[reading.bytesConsumed...]
      if rest.isEmpty { break }
      if !rest.starts(with: [0x1F, 0x8B]) {
        reading.fault = .trailingData(atByte: reading.bytesConsumed)
        break
      }
      member += 1
      readMember(member, of: stream, &reading)
    }
    return reading
  }

  private static func readMember(_ member: Int, of stream: [UInt8], _ reading: inout Reading) {
    // Sound: zlib asks for zeros here, and the fields are set below before it looks at them.
    var inflater = unsafe z_stream()
    unsafe precondition(CZlib_inflateInit2(&inflater, 15 + 16) == Z_OK)
    defer { unsafe inflateEnd(&inflater) }
    var output = [UInt8](repeating: 0, count: 4096)
    while reading.bytesConsumed < stream.count {
      let (status, count) = unsafe step(&inflater, stream[reading.bytesConsumed], &output)
      reading.bytes += output[..<count]
      reading.bytesConsumed += 1
      if status == Z_STREAM_END { return }
      if status != Z_OK && status != Z_BUF_ERROR {
        // Sound: zlib's messages are constant C strings.
        let message = unsafe inflater.msg.map { unsafe String(cString: $0) } ?? ""
        let (length, reason) = explanation(of: message)
        let place = reading.bytesConsumed - length
        reading.fault = .corrupt(member: member, atByte: place, reason: reason)
        return
      }
    }
    reading.fault = .truncated(member: member, atByte: stream.count)
  }

  /// Gives zlib one byte, and says how much has come of it.
  private static func step(
    _ inflater: inout z_stream, _ byte: UInt8, _ output: inout [UInt8]
  ) -> (status: CInt, count: Int) {
    var byte = byte
    // Sound: both memories outlive the closures, and zlib gets their true lengths.
    return unsafe withUnsafeMutablePointer(to: &byte) { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe inflater.next_in = source
        unsafe inflater.avail_in = 1
        unsafe inflater.next_out = target.baseAddress
        unsafe inflater.avail_out = uInt(target.count)
        let status = unsafe inflate(&inflater, Z_SYNC_FLUSH)
        unsafe precondition(inflater.avail_out > 0, "a byte gave more than \(target.count)")
        return (status, unsafe target.count - Int(inflater.avail_out))
      }
    }
  }

  /// How many bytes before zlib's place the fault begins, and our words for it.
  private static func explanation(of message: String) -> (lengthInBytes: Int, reason: String) {
    let table = "the code table of a deflate block is invalid"
    let code = "its deflate data have a code without a meaning"
    let explanations = [
      "unknown compression method": (2, "its header names a compression method other than deflate"),
      "unknown header flags set": (1, "its header sets a reserved flag"),
      "header crc mismatch": (2, "its header does not match its own checksum"),
      "incorrect data check": (4, "its data do not match their checksum (CRC-32)"),
      "incorrect length check": (4, "its data do not have the length that is stated at its end"),
      "invalid stored block lengths": (4, "the length of a stored block does not match its complement"),
      "invalid block type": (1, "a deflate block has the reserved type 3"),
      "invalid distance too far back": (1, "its deflate data refer to bytes before their beginning"),
      "invalid literal/length code": (1, code), "invalid distance code": (1, code),
      "too many length or distance symbols": (1, table), "invalid code lengths set": (1, table),
      "invalid bit length repeat": (1, table), "invalid code -- missing end-of-block": (1, table),
      "invalid literal/lengths set": (1, table), "invalid distances set": (1, table),
    ]
    return explanations[message] ?? (1, "zlib says '\(message)'")
  }
}

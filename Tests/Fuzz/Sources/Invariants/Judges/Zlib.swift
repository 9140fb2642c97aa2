import CZlib

/// zlib, called as plainly as can be: whole members at once. The one place here that touches pointers.
enum Zlib {
  /// How gzip data end.
  enum Ending: Equatable {
    case sound, truncated, corrupt, trailingData
  }

  /// `bytes` as raw deflate data.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    // Sound: zlib reads and writes as many bytes as the arrays hold.
    let status = unsafe compress(&output, &length, bytes, uLong(bytes.count))
    precondition(status == Z_OK, "zlib cannot compress")
    // The data of a zlib stream lie between a header of 2 bytes and a checksum of 4.
    return Array(output[2..<Int(length) - 4])
  }

  /// The CRC-32 of `bytes`.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    // Sound: zlib reads as many bytes as the array holds.
    UInt32(unsafe crc32(0, bytes, uInt(bytes.count)))
  }

  /// What gzip data hold, zeros behind a member being padding, and how they end.
  static func inflate(_ stream: [UInt8]) -> (bytes: [UInt8], ending: Ending) {
    var bytes: [UInt8] = []
    var rest = stream[...]
    var isFirst = true
    while true {
      if !isFirst { rest = rest.drop { $0 == 0 } }
      if rest.isEmpty, !isFirst { return (bytes, .sound) }
      guard rest.starts(with: [0x1F, 0x8B]) else { return (bytes, .trailingData) }
      let member = inflateMember(Array(rest), into: &bytes)
      guard member.status == Z_STREAM_END else {
        return (bytes, member.status == Z_BUF_ERROR ? .truncated : .corrupt)
      }
      rest = rest.dropFirst(member.length)
      isFirst = false
    }
  }

  /// Inflates one member to its end; returns its length and zlib's last word.
  private static func inflateMember(
    _ input: [UInt8], into bytes: inout [UInt8]
  ) -> (length: Int, status: CInt) {
    var input = input
    var output = [UInt8](repeating: 0, count: 1 << 16)
    // Sound: zlib asks for zeros here, and the fields are set below before it looks at them.
    var stream = unsafe z_stream()
    let gzipOnly = MAX_WBITS + 16
    precondition(unsafe CZlib_inflateInit2(&stream, gzipOnly) == Z_OK, "zlib has no memory")
    // Sound: both arrays outlive the closures, zlib gets their true lengths, and its state is freed behind its last use.
    return unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = uInt(source.count)
      var status = Z_OK
      while status == Z_OK {
        unsafe output.withUnsafeMutableBufferPointer { target in
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = uInt(target.count)
          status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
          unsafe bytes += target.prefix(target.count - Int(stream.avail_out))
        }
      }
      let length = unsafe source.count - Int(stream.avail_in)
      unsafe inflateEnd(&stream)
      return (length, status)
    }
  }
}

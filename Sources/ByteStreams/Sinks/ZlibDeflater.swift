import CZlib

/// Deflate data, written by zlib.
///
/// This file is zlib's second fence. Every pointer made here comes from a span or an array inside its `withUnsafe…` closure and
/// is gone when the closure returns.
enum ZlibDeflater {
  /// A gzip member with these bytes.
  static func member(_ data: Span<UInt8>) -> [UInt8] {
    var stream = unsafe z_stream()
    // Sound: the stream stays where it is until `deflateEnd`, and nothing else has its address. Window bits above 15 ask for
    // the header and the end of gzip.
    return unsafe withUnsafeMutablePointer(to: &stream) { stream in
      guard unsafe CZlib_deflateInit2(stream, Z_DEFAULT_COMPRESSION, MAX_WBITS + 16) == Z_OK else {
        outOfMemory()
      }
      defer { unsafe deflateEnd(stream) }
      var member = [UInt8](repeating: 0, count: Int(unsafe deflateBound(stream, uLong(data.count))))
      // Sound: zlib reads and writes no more than it is told, within both memories, and is over when the closures return.
      let count = unsafe data.withUnsafeBufferPointer { source in
        unsafe member.withUnsafeMutableBufferPointer { target in
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
          unsafe stream.pointee.next_out = target.baseAddress
          return unsafe deflate(stream, given: source.count, room: target.count)
        }
      }
      member.removeLast(member.count - count)
      return member
    }
  }

  /// Deflates all bytes, in pieces whose lengths zlib can count.
  ///
  /// - Returns: how many bytes were written.
  private static func deflate(_ stream: UnsafeMutablePointer<z_stream>, given: Int, room: Int) -> Int {
    var (unread, free) = (given, room)
    while true {
      let (input, output) = (uInt(clamping: unread), uInt(clamping: free))
      unsafe stream.pointee.avail_in = input
      unsafe stream.pointee.avail_out = output
      let status = unsafe CZlib.deflate(stream, Int(input) == unread ? Z_FINISH : Z_NO_FLUSH)
      unread -= unsafe Int(input - stream.pointee.avail_in)
      free -= unsafe Int(output - stream.pointee.avail_out)
      if status == Z_STREAM_END { return room - free }
      precondition(status == Z_OK || status == Z_BUF_ERROR, "zlib was given what it cannot deflate")
      precondition(free > 0, "there is less room than zlib said it needs")
    }
  }

  /// Ends the program as Swift's own allocations do.
  private static func outOfMemory() -> Never { preconditionFailure("there is no memory to compress with") }
}

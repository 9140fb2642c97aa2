import CByteKernels

/// Bytes that a kernel may read: a line feed and 64 more bytes stand behind them.
struct PaddedBytes {
  private let bytes: [UInt8]
  let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    self.bytes = bytes + Array(repeating: 0x0A, count: 65)
  }

  /// The offset of the closing quote of the string that begins with the first byte.
  func stringEnd() -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      // Sound: the scan stops at the line feed at the latest, and reads no further than 64 bytes behind it.
      return unsafe tk_scan_string(start).end - start
    }
  }

  /// The offset of the first byte that is not base64.
  func base64End() -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      // Sound: the scan stops at the line feed at the latest, and reads no further than 64 bytes behind it.
      return unsafe tk_scan_base64(start).end - start
    }
  }

  /// The CRC32C of the bytes.
  func checksum() -> UInt32 {
    // Sound: so many bytes are there.
    unsafe bytes.withUnsafeBufferPointer { unsafe tk_crc32c(0, $0.baseAddress, count) }
  }

  /// The same by a kernel that this machine has.
  func checksum(by kernel: Int) -> UInt32 {
    // Sound: so many bytes are there.
    unsafe bytes.withUnsafeBufferPointer { unsafe tk_crc32c_with(Int32(kernel), 0, $0.baseAddress, count) }
  }

  /// How many characters there are, counted by the lengths of their sequences.
  func scalarCount() -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var offset = 0
      var scalars = 0
      while offset < count {
        // Sound: at most four bytes are read, and there are more behind the last.
        let length = Int(unsafe tk_utf8_length(start + offset))
        guard length > 0 else { return -1 }
        offset += length
        scalars += 1
      }
      return scalars
    }
  }

  func lineFeedCount() -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var offset = 0
      var lineFeeds = 0
      // Sound: the search ends with the last byte.
      while let found = unsafe tk_find_line_feed(start + offset, count - offset) {
        offset = unsafe found - start + 1
        lineFeeds += 1
      }
      return lineFeeds
    }
  }
}

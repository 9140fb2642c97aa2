extension LineBytes {
  /// Where the line ends for a reader of text: before the carriage return of a CR LF.
  public var textEnd: Int { count > 0 && self[count - 1] == 0x0D ? count - 1 : count }

  /// At most eight bytes from an offset on as a number, the first in its lowest bits; zero after them.
  @inlinable @inline(__always)
  public func word(ofFirst length: Int, at offset: Int) -> UInt64 {
    let word = word(at: offset)
    return length >= 8 ? word : word & ((1 << UInt64(8 * length)) - 1)
  }

  /// Lends `bytes` as a line, so that readers of lines can read bytes from anywhere. O(n).
  public static func with<Result, Failure: Error>(
    _ bytes: some Sequence<UInt8>, _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let content = Array(bytes)
    var storage = LineStorage(capacity: content.count + 1)
    storage.append(content)
    storage.terminate(at: content.count)
    return try body(storage.line(from: 0, count: content.count))
  }
}

extension LineStorage {
  /// Appends bytes, for which there must be room.
  mutating func append(_ bytes: [UInt8]) {
    precondition(bytes.count <= capacity - count)
    _ = append(limit: bytes.count) { span in
      for index in bytes.indices { span[index] = bytes[index] }
      return bytes.count
    }
  }
}

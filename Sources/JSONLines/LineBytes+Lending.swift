extension LineBytes {
  /// Where the line ends for a reader of text: before the carriage return of a CR LF.
  public var textEnd: Int { count > 0 && self[count - 1] == 0x0D ? count - 1 : count }

  /// A part of the line as text; the range is cut to the line. Bytes that are not UTF-8 become U+FFFD. O(length of the
  /// range).
  public func text(in range: Range<Int>) -> String { String(decoding: bytes(in: range), as: UTF8.self) }

  /// At most eight bytes from an offset on as a number, the first in its lowest bits; zero after them.
  @inlinable @inline(__always)
  public func word(ofFirst length: Int, at offset: Int) -> UInt64 {
    let word = word(at: offset)
    return length >= 8 ? word : word & ((1 << UInt64(8 * length)) - 1)
  }

  /// A line without bytes, for a reader that has none yet.
  package static var empty: LineBytes { emptyStorage.line(from: 0, count: 0) }

  private static let emptyStorage: LineStorage = {
    var storage = LineStorage(capacity: 1)
    storage.terminate(at: 0)
    return storage
  }()

  /// Lends `bytes` as a line, so that readers of lines can read bytes from anywhere. O(n).
  public static func with<Result, Failure: Error>(
    _ bytes: some Sequence<UInt8>, _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try lend(Array(bytes), lineFeed: 0x0A, body)
  }

  /// Lends a whole document as one line: line feeds become carriage returns, which are white space too, and as much a
  /// fault within a string, so no offset changes. O(n).
  public static func withDocument<Result, Failure: Error>(
    _ document: [UInt8], _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try lend(document, lineFeed: 0x0D, body)
  }

  private static func lend<Result, Failure: Error>(
    _ bytes: [UInt8], lineFeed: UInt8, _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var storage = LineStorage(capacity: bytes.count + 1)
    storage.append(bytes, lineFeed: lineFeed)
    storage.terminate(at: bytes.count)
    return try body(storage.line(from: 0, count: bytes.count))
  }
}

extension LineStorage {
  /// Appends bytes, for which there must be room.
  ///
  /// - Parameter lineFeed: what is written for a line feed.
  mutating func append(_ bytes: [UInt8], lineFeed: UInt8) {
    precondition(bytes.count <= capacity - count)
    _ = append(limit: bytes.count) { span in
      for index in bytes.indices { span[index] = bytes[index] == 0x0A ? lineFeed : bytes[index] }
      return bytes.count
    }
  }
}

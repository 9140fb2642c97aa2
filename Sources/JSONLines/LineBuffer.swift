/// Cuts bytes that arrive in blocks into lines.
///
/// Memory is bounded by the longest line, and that by the line limit: of a longer line only the length is kept.
public struct LineBuffer: ~Copyable {
  /// What comes next in the data.
  public enum Element {
    /// A line, and the offset of its first byte in the data.
    case line(LineBytes, offset: Int, endsInLineFeed: Bool)
    /// A line over the limit, which was skipped: the offset of its first byte and its length in bytes.
    case overlongLine(offset: Int, length: Int, endsInLineFeed: Bool)
  }

  private var storage: LineStorage
  private let blockLength: Int
  private let maximumLineLength: Int
  /// Where the line that comes next begins in the storage.
  private var lineStart = 0
  /// Up to where the storage was searched for that line's end.
  private var searched = 0
  /// How many bytes of the data went before the storage's first.
  private var bytesDropped = 0
  /// How many bytes of an overlong line were dropped; nil where none is being skipped.
  private var bytesSkipped: Int?
  private var isAtEnd = false

  /// Makes a buffer that is filled by at most `blockLength` bytes at a time and gives lines of at most
  /// `maximumLineLength` bytes.
  public init(blockLength: Int, maximumLineLength: Int) {
    precondition(blockLength > 0 && maximumLineLength > 0)
    self.blockLength = blockLength
    self.maximumLineLength = maximumLineLength
    storage = LineStorage(capacity: blockLength)
  }

  /// How many bytes the buffer has room for.
  var capacity: Int { storage.capacity }

  /// How many bytes have been read in all.
  public var bytesRead: Int { bytesDropped + storage.count }

  /// At most the first `length` bytes that have not been given as lines yet.
  public func peek(_ length: Int) -> [UInt8] {
    let count = min(length, storage.count - lineStart)
    return storage.copy(from: lineStart, count: count)
  }

  /// Reads one more block; false at the end of the data. What lines were given before is gone then.
  ///
  /// - Throws: what `read` throws.
  /// - Complexity: amortized O(block), whatever the length of a line.
  public mutating func fill<Failure: Error>(
    _ read: (inout MutableSpan<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Bool {
    makeRoom()
    let added = try storage.append(limit: blockLength, read)
    isAtEnd = added == 0
    return !isAtEnd
  }

  /// The next line that is complete; nil where more has to be read first, or at the end.
  public mutating func next() -> Element? {
    guard let end = storage.lineFeed(from: searched) else {
      searched = storage.count
      return isAtEnd ? lastLine() : nil
    }
    let start = lineStart
    lineStart = end + 1
    searched = lineStart
    return element(from: start, to: end, endsInLineFeed: true)
  }

  /// What is left at the end of the data, if it does not end in a line feed.
  private mutating func lastLine() -> Element? {
    let start = lineStart
    lineStart = storage.count
    guard start < lineStart || bytesSkipped != nil else { return nil }
    storage.terminate(at: storage.count)
    return element(from: start, to: lineStart, endsInLineFeed: false)
  }

  /// The line between two offsets of the storage, or, of an overlong one, what came before them too.
  private mutating func element(from start: Int, to end: Int, endsInLineFeed: Bool) -> Element {
    let skipped = bytesSkipped ?? 0
    let offset = bytesDropped + start - skipped
    let length = skipped + end - start
    guard bytesSkipped == nil, length <= maximumLineLength else {
      bytesSkipped = nil
      return .overlongLine(offset: offset, length: length, endsInLineFeed: endsInLineFeed)
    }
    return .line(storage.line(from: start, count: length), offset: offset, endsInLineFeed: endsInLineFeed)
  }

  /// Moves the line that is not complete to the front, drops it where it is over the limit already, and sees to it
  /// that there is room for a block.
  private mutating func makeRoom() {
    let unfinished = storage.count - lineStart
    // Only what was searched is known to be one line.
    if searched == storage.count, bytesSkipped != nil || unfinished > maximumLineLength {
      bytesSkipped = (bytesSkipped ?? 0) + unfinished
      lineStart = storage.count
    }
    bytesDropped += lineStart
    searched = max(searched, lineStart) - lineStart
    storage.dropFirst(lineStart)
    lineStart = 0
    let needed = storage.count + blockLength
    if needed > storage.capacity {
      // Doubled, so that a long line is moved a bounded number of times; never beyond what the limit can need.
      let largest = max(needed, maximumLineLength + blockLength)
      storage.grow(to: min(max(needed, 2 * storage.capacity), largest))
    }
  }
}

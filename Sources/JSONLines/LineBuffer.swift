/// Cuts bytes that arrive in blocks into lines.
///
/// Memory is bounded by the longest line, and that by the line limit: of a longer line only the length is kept.
///
/// A buffer may be given a part of the data: see ``restart(at:until:isWithinLine:)`` for a range of it, and
/// ``moveUnfinishedLine(to:)`` for data that several buffers share block by block.
public struct LineBuffer: ~Copyable, Sendable {
  /// What comes next in the data.
  public enum Element {
    /// A line, and the offset of its first byte in the data.
    case line(LineBytes, offset: Int, endsInLineFeed: Bool)
    /// A line over the limit, which was skipped: the offset of its first byte and its length in bytes.
    case overlongLine(offset: Int, length: Int, endsInLineFeed: Bool)
  }

  /// The bytes that are read at a time to finish the line that continues after the range.
  private static let lengthBehindRange = 32 << 10

  private var storage: LineStorage
  private let blockLength: Int
  private let maximumLineLength: Int
  /// Where the line that comes next begins in the storage.
  private var lineStart = 0
  /// Up to where the storage was searched for that line's end.
  private var searched = 0
  /// The offset after the last complete line in the storage; nil if it was not searched since the storage was filled.
  private var endOfWholeLines: Int?
  /// How many bytes of the data went before the storage's first.
  private var bytesDropped = 0
  /// How many bytes of an overlong line were dropped; nil if none is being skipped.
  private var bytesSkipped: Int?
  /// Whether what comes next is the rest of a line that began before the range.
  private var isWithinLine = false
  /// Where the range ends: a line that begins after it belongs to another range.
  private var rangeEnd = Int.max
  /// How many bytes that were read were given to another buffer.
  private var bytesMoved = 0
  /// Whether the data have come to their end.
  public private(set) var isAtEnd = false

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

  /// Up to where the data have been read.
  public var bytesRead: Int { bytesDropped + storage.count + bytesMoved }

  /// At most the first `length` bytes that have not been given as lines yet.
  public func peek(_ length: Int) -> [UInt8] {
    let count = min(length, storage.count - lineStart)
    return storage.copy(from: lineStart, count: count)
  }

  /// Reads one more block; false at the end of the data. What lines were given before is gone then.
  ///
  /// - Parameter length: the most bytes to read, if not a whole block.
  /// - Throws: what `read` throws.
  /// - Complexity: amortized O(block), whatever the length of a line.
  public mutating func fill<Failure: Error>(
    atMost length: Int = .max, _ read: (inout MutableSpan<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Bool {
    makeRoom()
    endOfWholeLines = nil
    let rest = rangeEnd - bytesRead
    let most = min(blockLength, length, rest > 0 ? rest : Self.lengthBehindRange)
    let added = try storage.append(limit: most, read)
    isAtEnd = added == 0
    return !isAtEnd
  }

  /// The lines that are complete, from the next one on, as if they were one; nil if no line is complete.
  ///
  /// A reader of a line finds its end on the way: to look for it before, as ``next()`` does, is work done twice.
  public mutating func linesAhead() -> LineBytes? {
    if isWithinLine || bytesSkipped != nil || isBehindRange { return nil }
    let end = endOfWholeLines ?? storage.lastLineFeed(from: searched).map { $0 + 1 } ?? 0
    endOfWholeLines = end
    return lineStart < end ? storage.line(from: lineStart, count: end - 1 - lineStart) : nil
  }

  /// The next line, given its length, and the offset of its first byte in the data; nil if it is over the limit.
  public mutating func passLine(count: Int) -> (line: LineBytes, offset: Int)? {
    guard count <= maximumLineLength else { return nil }
    let line = storage.line(from: lineStart, count: count)
    let offset = bytesDropped + lineStart
    lineStart += count + 1
    searched = lineStart
    return (line, offset)
  }

  /// The next line that is complete; nil if more has to be read first, or at the end.
  public mutating func next() -> Element? {
    if isWithinLine, !passFirstLine() { return nil }
    guard !isBehindRange else { return nil }
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

  /// Moves the line that is not complete to the front, drops it where it is over the limit already, and ensures
  /// that there is room for a block.
  private mutating func makeRoom() {
    // Only what was searched is known to be one line.
    let unfinishedLength = storage.count - lineStart
    if searched == storage.count, bytesSkipped != nil || unfinishedLength > maximumLineLength {
      bytesSkipped = (bytesSkipped ?? 0) + unfinishedLength
      lineStart = storage.count
    }
    bytesDropped += lineStart
    searched = max(searched, lineStart) - lineStart
    storage.dropFirst(lineStart)
    lineStart = 0
    makeRoom(for: storage.count + blockLength)
  }

  private mutating func makeRoom(for needed: Int) {
    guard needed > storage.capacity else { return }
    // Doubled, so that a long line is moved a bounded number of times; never beyond what the limit can need.
    let largest = max(needed, maximumLineLength + blockLength)
    storage.resize(to: min(max(needed, 2 * storage.capacity), largest))
  }
}

// MARK: Parts of the data

extension LineBuffer {
  /// Forgets what was read and continues at `offset` of the data, with the lines that begin after it up to `end`: the last
  /// of them is read to its own end.
  ///
  /// Ranges that adjoin give every line once: a line belongs to the range that contains the byte before it.
  ///
  ///       one range          │        the next one
  ///     …"}\n{"contents":[{"r│ole":"user"…}]}\n{"contents":…
  ///          ^ its last line                   ^ its first line
  ///
  /// - Parameter isWithinLine: whether the line that `offset` is in is another's; false for the data's first range.
  /// - Complexity: O(1); the memory of a large buffer is given back.
  public mutating func restart(at offset: Int, until end: Int = .max, isWithinLine: Bool = false) {
    storage.dropFirst(storage.count)
    if isLarge { storage.resize(to: blockLength) }
    (lineStart, searched, bytesMoved) = (0, 0, 0)
    (bytesDropped, rangeEnd) = (offset, end)
    (endOfWholeLines, bytesSkipped, isAtEnd, self.isWithinLine) = (nil, nil, false, isWithinLine)
  }

  /// Ends the range at an offset up to which nothing was given yet.
  public mutating func endRange(at end: Int) {
    precondition(end >= bytesRead)
    rangeEnd = end
  }

  /// Whether the data have come to their end and all of their lines were given.
  public var isFinished: Bool { isAtEnd && lineStart == storage.count }
  /// Whether all lines of the range were given, or will be without another ``fill(_:)``.
  public var isComplete: Bool { isAtEnd || (isWithinLine ? !isInRange : isBehindRange) }

  /// Whether the range continues after what was read.
  public var isInRange: Bool { bytesRead < rangeEnd }

  /// Whether a long line has made the buffer much larger than a block.
  public var isLarge: Bool { storage.capacity > 4 * blockLength }

  /// Whether a line can be given without another ``fill(_:)``.
  public mutating func hasWholeLine() -> Bool {
    searched = storage.lineFeed(from: searched) ?? storage.count
    return searched < storage.count
  }

  /// Moves the bytes after the last complete line, which must exist, to the front of another buffer, which then
  /// continues with the data where this one leaves off.
  ///
  /// - Complexity: linear in the length of the unfinished line.
  public mutating func moveUnfinishedLine(to other: inout LineBuffer) {
    guard let lineFeed = storage.lastLineFeed(from: searched) else { preconditionFailure("no complete line") }
    let start = lineFeed + 1
    other.restart(at: bytesDropped + start)
    other.makeRoom(for: storage.count - start)
    bytesMoved = storage.count - start
    storage.move(from: start, to: &other.storage)
    other.searched = other.storage.count
  }

  /// Whether the line that comes next begins after the range.
  private var isBehindRange: Bool { bytesDropped + lineStart > rangeEnd && bytesSkipped == nil }

  /// Passes over the rest of the line in whose midst the range begins; false where more has to be read first.
  private mutating func passFirstLine() -> Bool {
    let end = storage.lineFeed(from: searched)
    lineStart = end.map { $0 + 1 } ?? storage.count
    searched = lineStart
    isWithinLine = end == nil
    return end != nil
  }
}

extension LineStorage {
  /// The offset of the last line feed from `offset` on; nil without a line feed. O(n), but it is sought from the end.
  fileprivate func lastLineFeed(from offset: Int) -> Int? {
    var end = count
    // The unfinished line is short as a rule.
    var length = 1 << 10
    while end > offset {
      let start = max(offset, end - length)
      var found: Int?
      var next = start
      while let lineFeed = lineFeed(from: next, to: end) {
        found = lineFeed
        next = lineFeed + 1
      }
      if let found { return found }
      end = start
      length *= 2
    }
    return nil
  }
}

// The fence of this target: every pointer of JSONLines is in this file.
// What bounds every load. A line is in storage that has at least `LineBytes.padding` readable bytes before its
// first byte and after its line feed, and the byte after its last is a line feed:
//
//      |···· padding ····|{"contents":[…]}\n{"contents":…|···· padding ····|
//                         ^ offset 0       ^ offset count, always "\n"
//
// A line feed stops the reader everywhere, and no load reads more than 80 bytes from there: no load is checked.

public import CByteKernels

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of one line, without its line feed.
///
/// A line is a view into the buffer that gave it: it must not be used once that buffer is filled again.
@frozen @safe
public struct LineBytes {
  @usableFromInline let base: UnsafePointer<UInt8>
  /// The length in bytes, without the line feed.
  public let count: Int

  /// The readable bytes before a line's storage and after it.
  @usableFromInline static var padding: Int { 80 }

  @inlinable init(base: UnsafePointer<UInt8>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  /// The byte at an offset from 0 to `count`, or up to 63 bytes after; a line feed at `count`.
  @inlinable public subscript(offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < count + Self.padding)
    // Sound by the padding contract at the head of this file.
    return unsafe base[offset]
  }

  /// The eight bytes from an offset on, the first in the lowest bits; those after the line have no meaning.
  @inlinable func word(at offset: Int) -> UInt64 {
    // Sound by the padding contract: at most 16 bytes after the line feed are read.
    unsafe tk_load_word(base + offset)
  }

  /// A bit for each of the 16 bytes from an offset on that is a quote, a backslash, a control character or not ASCII.
  @inlinable func stringStops(at offset: Int) -> UInt32 {
    // Sound by the padding contract: at most 16 bytes after the line feed are read.
    unsafe tk_string_stops(base + offset)
  }

  /// Whether one of the 16 bytes from an offset on is `<`.
  @inlinable func hasLessThan(at offset: Int) -> Bool {
    // Sound by the padding contract: at most 16 bytes after the line feed are read.
    unsafe tk_has_less_than(base + offset) != 0
  }

  /// The length of the UTF-8 sequence at an offset, 1 to 4; 0 if it is invalid.
  public func lengthOfScalar(at offset: Int) -> Int {
    // Sound by the padding contract: the line feed is not a continuation byte and stops the look-ahead.
    Int(unsafe tk_utf8_length(base + offset))
  }

  /// Reads a string from behind its opening quote: where it stopped, what it met, and why.
  @inlinable func scanString(from offset: Int) -> (end: Int, flags: UInt32, stop: UInt32) {
    // Sound by the padding contract: the scan stops at the line feed at the latest.
    let scan = unsafe tk_scan_string(base + offset)
    return unsafe (scan.end - base, scan.flags, scan.stop)
  }

  /// The first place in a range of a string, which may have escapes, where a token may begin; nil without such a place.
  func place(ofTokenOf search: borrowing TokenSearch, in range: Range<Int>, hasEscape: Bool) -> Int? {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    // Sound by the padding contract: what is read begins before the range's end, and is at most 80 bytes long.
    let found = unsafe tk_find_token(
      search.table.pointer, base + range.lowerBound, base + range.upperBound, hasEscape ? 1 : 0)
    return unsafe found.map { unsafe $0 - base }
  }

  /// Reads characters of base64 from an offset on: where the first other byte is, and which alphabets have characters
  /// among them that the other lacks, as bits.
  public func scanBase64(from offset: Int) -> (end: Int, alphabets: UInt32) {
    // Sound by the padding contract: the line feed is no such character.
    let scan = unsafe tk_scan_base64(base + offset)
    return unsafe (scan.end - base, scan.alphabets)
  }

  /// The digest of a string at a path. O(length).
  @inlinable @inline(__always)
  public func digest(of string: StringToken, at path: ContentDigest.Path) -> ContentDigest {
    let isLong: Int32 = string.traits.contains(.hasLongEscape) ? 1 : 0
    // Sound by the padding contract: at most 16 bytes after the string are read.
    return ContentDigest(unsafe tk_digest_string(base + string.start, string.count, isLong, path.value))
  }

  /// The digest of a value at a path; it begins at an offset, and has been read. O(length).
  public func digest(ofValueAt offset: Int, at path: ContentDigest.Path) -> ContentDigest {
    // Sound: a value that has been read is valid JSON, so its end is found within the line.
    ContentDigest(unsafe tk_digest_value(base + offset, path.value))
  }

  /// A copy of a part of the line; the range is cut to the line. O(length of the range).
  public func bytes(in range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    // Sound: the range is within the line.
    return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}

/// The memory of lines, padded at both ends.
@safe
struct LineStorage: ~Copyable, Sendable {
  private static let padding = LineBytes.padding

  /// Owned by this value: nothing else has the address, so code that has the value can use the memory.
  private nonisolated(unsafe) var memory: UnsafeMutablePointer<UInt8>
  /// How many bytes can be held.
  private(set) var capacity: Int
  /// How many bytes are held.
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    unsafe memory = Self.allocate(capacity: capacity, instead: nil)
  }

  deinit {
    // Sound: the memory was allocated by this value, which is its only owner.
    unsafe free(memory)
  }

  /// Memory for `capacity` bytes and the padding, which keeps what `old` held. What is never used is never resident.
  private static func allocate(
    capacity: Int, instead old: UnsafeMutablePointer<UInt8>?
  ) -> UnsafeMutablePointer<UInt8> {
    // Sound: `old` is nil or was allocated here. Without memory it ends as Swift's allocations do: `errno` is ENOMEM.
    guard let memory = unsafe realloc(old, capacity + 2 * padding) else { abort() }
    // Sound: any byte is one.
    return unsafe memory.assumingMemoryBound(to: UInt8.self)
  }

  /// Makes room for `capacity` bytes, which must be no fewer than are held.
  mutating func resize(to capacity: Int) {
    precondition(capacity >= count)
    // Sound: the old memory is given up for the new.
    unsafe memory = Self.allocate(capacity: capacity, instead: memory)
    self.capacity = capacity
  }

  /// Appends what `read` puts into at most `limit` free bytes; returns how many those were.
  mutating func append<Failure: Error>(
    limit: Int, _ read: (inout MutableSpan<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    let length = min(limit, capacity - count)
    // Sound: so many bytes belong to this value and are lent for the call alone; only those written are read.
    var span = unsafe MutableSpan(_unsafeStart: memory + Self.padding + count, count: length)
    let added = try read(&span)
    precondition(added >= 0 && added <= length)
    count += added
    return added
  }

  /// Holds a copy of a part of a line, and a line feed behind it, in place of what was held.
  mutating func replace(with range: Range<Int>, of line: LineBytes) {
    precondition(range.lowerBound >= 0 && range.upperBound <= line.count)
    if capacity < range.count { resize(to: max(count, range.count)) }
    // Sound: the range is within the line, and there is room for its bytes.
    unsafe (memory + Self.padding).update(from: line.base + range.lowerBound, count: range.count)
    count = range.count
    terminate(at: count)
  }

  /// Moves the bytes from `offset` on to the end of another storage, which must have room for them.
  mutating func move(from offset: Int, to other: inout LineStorage) {
    let length = count - offset
    precondition(offset >= 0 && length >= 0 && length <= other.capacity - other.count)
    let target = unsafe other.memory + Self.padding + other.count
    // Sound: so many bytes are after `offset`, and the other memory, which is separate, has room for them.
    unsafe target.update(from: memory + Self.padding + offset, count: length)
    other.count += length
    count = offset
  }

  /// A copy of `length` bytes from `offset` on.
  func copy(from offset: Int, count length: Int) -> [UInt8] {
    precondition(offset >= 0 && length >= 0 && offset + length <= count)
    // Sound: the range is within the content.
    return unsafe Array(UnsafeBufferPointer(start: memory + Self.padding + offset, count: length))
  }

  /// Drops the bytes before `offset`; those after move to the front.
  mutating func dropFirst(_ offset: Int) {
    precondition(offset >= 0 && offset <= count)
    let content = unsafe memory + Self.padding
    // Sound: both ranges are in the content; `update` allows them to overlap.
    unsafe content.update(from: content + offset, count: count - offset)
    count -= offset
  }

  /// The offset of the first line feed from `offset` on, before `end` or the content's. O(n).
  func lineFeed(from offset: Int, to end: Int? = nil) -> Int? {
    let end = end ?? count
    precondition(offset >= 0 && offset <= end && end <= count)
    let content = unsafe memory + Self.padding
    // Sound: the search ends within the content.
    guard let found = unsafe tk_find_line_feed(content + offset, end - offset) else { return nil }
    return unsafe UnsafePointer(found) - UnsafePointer(content)
  }

  /// Puts a line feed after the content.
  mutating func terminate(at offset: Int) {
    precondition(offset == count)
    // Sound: the padding after the content can be written.
    unsafe memory[Self.padding + offset] = 0x0A
  }

  /// The line that begins at `offset`; the byte after its last must be a line feed.
  func line(from offset: Int, count length: Int) -> LineBytes {
    precondition(offset >= 0 && length >= 0 && offset + length <= count)
    let start = unsafe UnsafePointer(memory + Self.padding + offset)
    unsafe precondition(start[length] == 0x0A)
    return unsafe LineBytes(base: start, count: length)
  }
}

/// The table by which the kernels look for tokens.
@safe
struct TokenTable: ~Copyable, Sendable {
  /// Owned by this value, and not changed after it was made.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<tk_tokens>

  init(_ tokens: [String]) {
    // Sound: a table of zeros is one without tokens.
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: tk_tokens())
    for token in tokens {
      let bytes = Array(token.utf8)
      unsafe tk_add_token(pointer, bytes, bytes.count)
    }
  }

  deinit {
    // Sound: the table was allocated by this value, which is its only owner.
    unsafe pointer.deallocate()
  }
}

// The fence of this target, with LineBytes.swift: what owns memory.

import CByteKernels

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The memory of lines, padded at both ends.
@safe
struct LineStorage: ~Copyable, Sendable {
  private static let padding = LineBytes.padding

  /// Owned by this value: nothing else has the address, so code that has the value can use the memory.
  private nonisolated(unsafe) var memory: UnsafeMutablePointer<UInt8>
  /// How many bytes can be held, and how many are.
  private(set) var capacity: Int
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
    precondition(0...length ~= added)
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

  /// Holds a copy of bytes, and a line feed behind it, in place of what was held.
  mutating func replace(with bytes: [UInt8]) {
    if capacity < bytes.count { resize(to: max(count, bytes.count)) }
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      // Sound: there is room for so many bytes, and the array's memory is another.
      unsafe (memory + Self.padding).update(from: start, count: source.count)
    }
    count = bytes.count
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

/// A stack of keys as ``KeyTable`` writes them, of one ``KeyFilter``. What is never used is never resident.
@safe
final class KeyStack {
  /// Owned by this object: nothing else has the address.
  private let memory: UnsafeMutablePointer<UInt64>
  private let capacity: Int

  init(capacity: Int) {
    unsafe memory = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    // Sound: the memory was allocated by this object, which is its only owner.
    unsafe memory.deallocate()
  }

  /// The key at an index, which must have been written.
  subscript(index: Int) -> UInt64 {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: capacity))
      // Sound: the index is within the memory, and any bits are a number.
      return unsafe memory[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: capacity))
      // Sound: likewise.
      unsafe memory[index] = newValue
    }
  }

  /// The first index in a range whose key has the same bits of a hash as another key; nil if none has. O(n).
  func firstIndex(ofHashOf key: UInt64, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity)
    for index in range {
      // Sound: the range is within the memory.
      if (unsafe memory[index] ^ key) >> 32 == 0 { return index }
    }
    return nil
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

extension [UInt8] {
  /// Appends bytes that are elsewhere.
  mutating func append(_ bytes: Span<UInt8>) {
    // Sound: the address is that of the span's bytes, which are there until this returns.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a text of ours.
  package mutating func append(_ text: StaticString) {
    guard text.hasPointerRepresentation else { return append(contentsOf: text.description.utf8) }
    // Sound: the text is as long as it says, and is there as long as the program.
    unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension StaticString {
  /// A number that only this text has while the program runs; a text that is written twice may have two.
  package var identity: UInt64 {
    // Sound: the address is only a number here.
    hasPointerRepresentation ? UInt64(UInt(bitPattern: unsafe utf8Start)) : UInt64(unicodeScalar.value)
  }
}

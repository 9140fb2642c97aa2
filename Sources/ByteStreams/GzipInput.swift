/// Compressed bytes on their way into a decoder.
struct GzipInput: Sendable {
  /// What follows after the bytes.
  enum End {
    /// More bytes, which are available at once.
    case open
    /// More, but not before these are used as far as they go.
    case cut
    /// Nothing.
    case final
  }

  private(set) var bytes: [UInt8] = []
  /// The range of `bytes` that is not consumed yet.
  private(set) var unread = 0..<0
  private(set) var end = End.open

  /// The bytes not yet consumed.
  var rest: ArraySlice<UInt8> { bytes[unread] }

  /// The little-endian number that comes next; nil if its bytes are not all there.
  func number(ofBytes count: Int) -> UInt32? {
    guard unread.count >= count else { return nil }
    return rest.prefix(count).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Takes the next `count` bytes away.
  mutating func consume(_ count: Int) { unread = unread.dropFirst(count) }

  /// Adds what one read of at most `length` bytes gives, for which the unread bytes move to the front.
  mutating func fetch(from source: inout ByteSource, atMost length: Int) throws(ByteStreamError) {
    let (last, start) = (unread, unread.count)
    // Before the bytes are moved, for reading may fail.
    unread = 0..<start
    if bytes.count < start + length { bytes += [UInt8](repeating: 0, count: start + length - bytes.count) }
    var room = bytes.mutableSpan
    UnsafeBoundary.moveToFront(last, of: &room)
    room = room._consumingExtracting(..<(start + length))
    let count = try source.read(into: &room, from: start)
    unread = 0..<start + count
    if count == 0 { end = .final }
  }

  /// Puts other bytes in the place of all that there were.
  mutating func refill(_ bytes: ArraySlice<UInt8>, end: End) {
    self.bytes.removeAll(keepingCapacity: true)
    self.bytes += bytes
    unread = self.bytes.indices
    self.end = end
  }

  /// Makes all bytes of the last ``refill(_:end:)`` unread again.
  mutating func rewind() { unread = bytes.indices }

  /// Puts `first` before the unread bytes.
  mutating func prepend(_ first: [UInt8]) {
    bytes.replaceSubrange(..<unread.lowerBound, with: first)
    unread = 0..<first.count + unread.count
  }

  /// The first place in `range` of the unread bytes that looks as if inflating could begin there: at a member's header,
  /// or after the empty stored block with which a compressor fills up a byte (RFC 1951, section 3.2.4):
  ///
  ///     1f 8b | 08 deflate | 000xxxxx flags          … 000 | 00 00 length | ff ff complement |
  ///     ^                                                                                    ^
  func nextStart(in range: Range<Int>, includingBlocks: Bool) -> (offset: Int, start: GzipStart)? {
    var last4: UInt32 = .max
    for offset in range.clamped(to: 0..<unread.count) {
      last4 = last4 << 8 | UInt32(bytes[unread.lowerBound + offset])
      if last4 & 0xFFFF_FFE0 == 0x1F8B_0800 { return (offset - 3, .member) }
      if last4 == 0x0000_FFFF, includingBlocks { return (offset + 1, .block) }
    }
    return nil
  }
}

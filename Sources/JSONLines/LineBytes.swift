// The fence of this target: every pointer of JSONLines is in this file and in LineStorage.swift, which owns the memory.
//
// What bounds every load. A line is in storage that has at least `LineBytes.padding` readable bytes before its
// first byte and after its line feed, and the byte after its last is a line feed:
//
//      |···· padding ····|{"contents":[…]}\n{"contents":…|···· padding ····|
//                         ^ offset 0       ^ offset count, always "\n"
//
// A line feed stops the reader everywhere, and no load reads more than 80 bytes from there: no load is checked.

public import CByteKernels

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
    // Sound by the padding contract, as the next two are: at most 16 bytes after the line feed are read.
    unsafe tk_load_word(base + offset)
  }

  /// A bit for each of the 16 bytes from an offset on that is a quote, a backslash, a control character or not ASCII.
  @inlinable func stringStops(at offset: Int) -> UInt32 { unsafe tk_string_stops(base + offset) }

  /// Whether one of the 16 bytes from an offset on is `<`.
  @inlinable func hasLessThan(at offset: Int) -> Bool { unsafe tk_has_less_than(base + offset) != 0 }

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

  /// The first place in a range of a string where a token may begin; nil without such a place. If the
  /// string may have `\u`, the token can begin with one.
  func place(ofTokenOf search: borrowing TokenSearch, in range: Range<Int>, hasLongEscape: Bool) -> Int? {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    // Sound by the padding contract: what is read begins before the range's end, and is at most 80 bytes long.
    let found = unsafe tk_find_token(
      search.table.pointer, base + range.lowerBound, base + range.upperBound, hasLongEscape ? 1 : 0)
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
    // Sound by the padding contract: at most 8 bytes before a string are read, and 32 after.
    unsafe ContentDigest(tk_digest_string(base + string.start, string.count, string.mayShorten, path.value))
  }

  /// Two hashes of a key: by seeds, and for the path of its member. O(length).
  @inline(__always)
  func hashes(ofKey key: StringToken, _ seeds: (UInt64, UInt64)) -> tk_key_hashes {
    // Sound by the padding contract: at most 8 bytes before a key are read, and 16 after.
    unsafe tk_hash_key(base + key.start, key.count, key.mayShorten, seeds.0, seeds.1)
  }

  /// The digest at a path of a leaf: a string, a number, a literal, or an object or array without members. It begins at an
  /// offset, and has been read, so its end is in the line. O(length).
  public func digest(ofLeafAt offset: Int, at path: ContentDigest.Path) -> ContentDigest {
    ContentDigest(unsafe tk_digest_leaf_at(base + offset, path.value))
  }

  /// The number that begins at an offset, as its digest has it; of length 0 if there is another value or a number of many digits. O(1).
  @inline(__always)
  func number(at offset: Int) -> tk_number {
    // Sound by the padding contract: at most 24 bytes are read.
    unsafe tk_read_number(base + offset)
  }

  /// A copy of a part of the line; the range is cut to the line. O(length of the range).
  public func bytes(in range: Range<Int>) -> [UInt8] {
    // Sound: the range is within the line.
    let range = range.clamped(to: 0..<count)
    return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Appends a part of the line to other bytes; the range may include the line feed after the line. O(length of the range).
  package func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count + 1)
    // Sound: the range is within the line and its line feed.
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Lends a part of the line, in which the range must be.
  package func withBytes<Result>(in range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Sound: the range is within the line.
    return body(unsafe Span(_unsafeStart: base + range.lowerBound, count: range.count))
  }
}

/// Reads one line of JSON, strictly by RFC 8259, straight from its bytes.
///
/// The reader is pulled: the caller knows what it wants and asks for it; what it does not want it skips. Nothing is
/// copied, nothing allocated. Every fault is thrown where it is, and the reader is of no use for that line then.
///
///     {"role":"user","parts":[…]}
///     ^ openObject
///      ^ nextKey → "role", and on to its value
///             ^ string
///                    ^ nextKey → "parts"
///
/// Primitives that a decoder calls for every token are inlinable, so that the compiler can see through them across the
/// module's border. What only faults need is never inlined. Offsets are added up without a check for overflow: they are
/// bounded by the line, which is in memory.
public struct JSONReader: ~Copyable {
  /// The line that is being read.
  @inlinable public var line: LineBytes { bytes }
  /// The offset of the byte that comes next.
  @inlinable public var offset: Int { cursor }
  /// How many arrays and objects are open.
  @inlinable public var depth: Int { level }
  /// The traits of all strings read since they were last set.
  public var traits: StringToken.Traits = []
  @usableFromInline var bytes: LineBytes
  @usableFromInline var cursor = 0
  @usableFromInline var level = 0
  /// How many may be open before ``passLimit()``.
  @usableFromInline var mostLevels = JSONReader.shallowDepth
  /// The keys of the objects that are open.
  @usableFromInline var keys = KeyFilter()

  /// Makes a reader without a line.
  public init() {
    bytes = LineBytes.empty
  }

  /// Begins a line: its first value comes next.
  ///
  /// - Throws: a fault for a byte order mark.
  public mutating func begin(_ line: LineBytes) throws(JSONFault) {
    bytes = line
    cursor = 0
    level = 0
    mostLevels = Self.shallowDepth
    keys.reset()
    skipSpace()
    if line.hasByteOrderMark(at: offset) { throw JSONFault(.byteOrderMark, at: offset, length: 3) }
  }

  /// Ends a line: nothing but white space may be left.
  ///
  /// - Throws: a fault for anything else.
  public mutating func end() throws(JSONFault) {
    skipSpace()
    guard offset == line.count else { throw line.faultBehindValue(at: offset) }
  }

  /// Ends a line that others may follow: nothing but white space may be left before its line feed, to which the reader
  /// moves.
  ///
  /// - Throws: a fault for anything else.
  public mutating func endBeforeLineFeed() throws(JSONFault) {
    skipSpace()
    guard line[offset] == 0x0A else { throw line.faultBehindValue(at: offset) }
  }

  /// Moves to an offset at which as many arrays and objects are open as now.
  @inlinable public mutating func move(to offset: Int) { cursor = offset }

  /// Moves over white space, but never over the line feed at the line's end.
  @inlinable @inline(__always)
  public mutating func skipSpace() {
    // Usually no white space comes here, or one blank.
    guard line[cursor] <= 0x20 else { return }
    if line[cursor] == 0x20 { cursor &+= 1 }
    if line[cursor] <= 0x20 { skipRunOfSpace() }
  }

  @usableFromInline @inline(never)
  mutating func skipRunOfSpace() {
    while line.isSpace(at: cursor) { cursor &+= 1 }
  }

  /// The kind of the value that comes next, by its first byte.
  ///
  /// - Throws: a fault where no value can begin so.
  @inlinable
  public mutating func kind() throws(JSONFault) -> JSONKind {
    switch line[cursor] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw line.fault(expecting: .value, at: cursor)
    }
  }

  // MARK: Objects and arrays

  /// Moves into the object that comes next; `line[offset]` must be its brace.
  @inlinable @inline(__always)
  public mutating func openObject() throws(JSONFault) -> KeyFilter.Scope {
    try descend()
    return keys.open()
  }

  /// The next key of the object, the reader moved to its value; nil at the object's end, which is passed.
  ///
  /// The caller ensures that keys are unique: by `noteKey`, or for the keys it knows by other means.
  @inlinable @inline(__always)
  public mutating func nextKey(isFirst: Bool) throws(JSONFault) -> StringToken? {
    guard try moveToKey(isFirst: isFirst) else { return nil }
    return try key(isFirst: isFirst)
  }

  /// Whether the object has another member, the reader moved to where its key is expected; at the object's end that is
  /// passed.
  @inlinable @inline(__always)
  public mutating func moveToKey(isFirst: Bool) throws(JSONFault) -> Bool {
    skipSpace()
    if line[cursor] == UInt8(ascii: "}") {
      cursor &+= 1
      level &-= 1
      return false
    }
    if isFirst { return true }
    guard line[cursor] == UInt8(ascii: ",") else {
      throw line.fault(expecting: .commaOrObjectEnd, at: cursor)
    }
    cursor &+= 1
    skipSpace()
    return true
  }

  /// Reads the key that comes next, and moves to its value.
  @inlinable @inline(__always)
  public mutating func key(isFirst: Bool) throws(JSONFault) -> StringToken {
    guard line[cursor] == UInt8(ascii: "\"") else { throw line.faultAtKey(isFirst: isFirst, at: cursor) }
    let key = try string()
    try passColon()
    return key
  }

  /// Moves from behind a key to its value.
  @inlinable @inline(__always)
  mutating func passColon() throws(JSONFault) {
    if line[cursor] != UInt8(ascii: ":") {
      skipSpace()
      guard line[cursor] == UInt8(ascii: ":") else { throw line.fault(expecting: .colon, at: cursor) }
    }
    cursor &+= 1
    skipSpace()
  }

  /// Passes the brace at the end of an object with keys that were not added to the filter, if that is what comes next.
  @inlinable @inline(__always)
  public mutating func passObjectEnd() -> Bool {
    skipSpace()
    guard line[cursor] == UInt8(ascii: "}") else { return false }
    cursor &+= 1
    level &-= 1
    return true
  }

  /// Moves into the array that comes next; `line[offset]` must be its bracket.
  @inlinable @inline(__always)
  public mutating func openArray() throws(JSONFault) { try descend() }

  /// Whether the array has another element, the reader moved to it; at the array's end that is passed.
  @inlinable @inline(__always)
  public mutating func nextElement(isFirst: Bool) throws(JSONFault) -> Bool {
    skipSpace()
    if line[cursor] == UInt8(ascii: "]") {
      cursor &+= 1
      level &-= 1
      return false
    }
    if isFirst { return true }
    guard line[cursor] == UInt8(ascii: ",") else { throw line.fault(expecting: .commaOrArrayEnd, at: cursor) }
    cursor &+= 1
    skipSpace()
    if line[cursor] == UInt8(ascii: "]") { throw line.faultBehindComma(before: cursor) }
    return true
  }

  // MARK: Values

  /// Reads the string that comes next; `line[offset]` must be its opening quote.
  @inlinable @inline(__always)
  public mutating func string() throws(JSONFault) -> StringToken {
    let start = cursor &+ 1
    // Most strings of structure are short: their end is among the first 32 bytes, and nothing else stops there.
    var isLonger = false
    var stops = line.stringStops(at: start)
    if stops == 0 {
      isLonger = true
      stops = line.stringStops(at: start &+ 16) &<< 16
    }
    if stops != 0 {
      let end = start &+ stops.trailingZeroBitCount
      if line[end] == UInt8(ascii: "\"") {
        cursor = end &+ 1
        let hasLessThan = line.hasLessThan(at: start) || isLonger && line.hasLessThan(at: start &+ 16)
        let found: StringToken.Traits = hasLessThan ? .mayHaveLessThan : []
        traits.formUnion(found)
        return StringToken(start: start, end: end, traits: found)
      }
    }
    return try longString()
  }

  /// Reads the string that comes next, which may as well be done by ``string()``, but takes less time where it is long.
  public mutating func longString() throws(JSONFault) -> StringToken {
    let start = cursor &+ 1
    let scan = line.scanString(from: start)
    guard scan.stop == 0 else { throw line.fault(ofString: scan.stop, at: scan.end) }
    cursor = scan.end &+ 1
    let found = StringToken.Traits(rawValue: scan.flags)
    traits.formUnion(found)
    return StringToken(start: start, end: scan.end, traits: found)
  }

  /// Reads `true`, `false` or `null`, whichever comes next.
  @inlinable
  public mutating func literal() throws(JSONFault) {
    let word = line.word(at: cursor)
    if word & 0xFFFF_FFFF == 0x6575_7274 || word & 0xFFFF_FFFF == 0x6C6C_756E {  // "true", "null" from behind
      cursor &+= 4
    } else if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 {  // "false" from behind
      cursor &+= 5
    } else {
      throw line.fault(expecting: .value, at: cursor)
    }
  }
}

import JSONLines

/// The values within a value of a line, as places in it: each before what it contains.
///
///     {"a":[1,2]}      {}  "a"  []  1  2
///
/// The memory is used again for the next value.
struct ValueTree: Sendable {
  /// A value, or a key of an object.
  struct Entry: Sendable {
    fileprivate let first: Int32
    fileprivate var last: Int32
    /// The index of the entry after what the value contains.
    fileprivate var behind: Int32
    fileprivate let traits: UInt32

    /// Where it begins, with its quote or brace.
    var start: Int { Int(first) }
    /// Where it ends.
    var end: Int { Int(last) }
    /// The index of the entry after what it contains.
    var next: Int { Int(behind) }
    /// A string or a key, without its quotes.
    var string: StringToken {
      StringToken(start: start + 1, end: end - 1, traits: StringToken.Traits(rawValue: traits))
    }
  }

  /// The most values that are looked at: their places take 16 MB.
  private static let mostEntries = 1 << 20
  /// The most entries for which memory is kept.
  private static let mostReused = 1 << 14

  private var entries: ContiguousArray<Entry> = []

  /// How many entries there are.
  var count: Int { entries.count }

  /// The entries by index; the first is that of the whole value.
  subscript(index: Int) -> Entry { entries[index] }

  /// Takes the value that is in a range of a line, which must be valid JSON. O(length of the value).
  ///
  /// - Returns: whether it has not too many values.
  mutating func set(_ range: Range<Int>, of line: LineBytes, _ reader: inout JSONReader) -> Bool {
    if entries.capacity > Self.mostReused, entries.count < Self.mostReused { entries = [] }
    entries.removeAll(keepingCapacity: true)
    do throws(JSONFault) {
      try reader.begin(line)
      reader.move(to: range.lowerBound)
      return try read(&reader)
    } catch {
      return false
    }
  }

  /// Takes an object without members, in place of one that is absent.
  mutating func setEmptyObject(at offset: Int) {
    entries.removeAll(keepingCapacity: true)
    append(from: offset, to: offset, [])
  }

  private mutating func append(from start: Int, to end: Int, _ traits: StringToken.Traits) {
    entries.append(
      Entry(
        first: Int32(start), last: Int32(end), behind: Int32(entries.count + 1), traits: traits.rawValue))
  }

  private mutating func read(_ reader: inout JSONReader) throws(JSONFault) -> Bool {
    guard entries.count < Self.mostEntries else { return false }
    let start = reader.offset
    switch reader.line[start] {
    case UInt8(ascii: "\""):
      let string = try reader.string()
      append(from: start, to: reader.offset, string.traits)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let index = entries.count
      append(from: start, to: start, [])
      guard try readElements(&reader, isObject: reader.line[start] == UInt8(ascii: "{")) else { return false }
      entries[index].last = Int32(reader.offset)
      entries[index].behind = Int32(entries.count)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      try reader.number()
      append(from: start, to: reader.offset, [])
    default:
      try reader.literal()
      append(from: start, to: reader.offset, [])
    }
    return true
  }

  private mutating func readElements(
    _ reader: inout JSONReader, isObject: Bool
  ) throws(JSONFault) -> Bool {
    var isFirst = true
    if !isObject {
      try reader.openArray()
      while try reader.nextElement(isFirst: isFirst) {
        isFirst = false
        guard try read(&reader) else { return false }
      }
      return true
    }
    let scope = try reader.openObject()
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      append(from: key.start - 1, to: key.end + 1, key.traits)
      guard try read(&reader) else { return false }
    }
    try reader.closeObject(scope)
    return true
  }
}

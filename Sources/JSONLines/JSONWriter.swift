/// Writes one JSON value piece by piece, indented by two spaces, the same bytes for the same calls.
///
/// The bytes gather until they are flushed, so a document of any length takes little memory. What a terminal
/// could act on is written as `\u`, since people look at JSON too. Calls out of order, such as a value in an
/// object without a name before it, are mistakes of ours and stop the program.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("schemaVersion", 1)
///       json.array("findings") { json in … }
///     }
///     json.finish(to: &output)
public struct JSONWriter: Sendable {
  /// How the elements of an array or an object are set.
  public enum Layout: Sendable {
    /// Each on a line of its own.
    case lines
    /// All on one line, with everything inside them.
    case oneLine
  }

  /// An array or an object that has not ended.
  private struct Level {
    let isObject: Bool
    let layout: Layout
    var isEmpty = true
  }

  /// What has been written and not yet handed over.
  var bytes: [UInt8] = []
  private var levels: [Level] = []
  /// Whether a name has been written and its value has not.
  private var hasName = false
  /// Whether the document has its value, or a part of it.
  private var hasValue = false

  /// Begins a document.
  public init() {}

  /// Writes an object, with a name as a member of the object around it.
  public mutating func object(
    _ name: String? = nil, layout: Layout = .lines, _ members: (inout JSONWriter) -> Void
  ) {
    nest(name, "{", "}", Level(isObject: true, layout: layout), members)
  }

  /// Writes an array, with a name as a member of the object around it.
  public mutating func array(
    _ name: String? = nil, layout: Layout = .lines, _ elements: (inout JSONWriter) -> Void
  ) {
    nest(name, "[", "]", Level(isObject: false, layout: layout), elements)
  }

  /// Writes the name of the member whose value comes next.
  public mutating func name(_ name: String) {
    precondition(levels.last?.isObject == true && !hasName, "only a member of an object has a name, and one")
    separate()
    append(quoted: name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
    hasName = true
  }

  /// Hands over what has been written so far.
  public mutating func flush(to output: inout some TextOutputStream) {
    output.write(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands over what has been written so far.
  package mutating func flush() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Ends the document with a line feed and hands over the rest.
  public consuming func finish(to output: inout some TextOutputStream) {
    output.write(String(decoding: finish(), as: UTF8.self))
  }

  /// Ends the document with a line feed: what has not been handed over yet.
  public consuming func finish() -> [UInt8] {
    precondition(hasValue && levels.isEmpty, "the JSON value is not complete")
    return bytes + [0x0A]
  }

  /// How many bytes have been written and not handed over.
  package var count: Int { bytes.count }

  /// By how many spaces the elements of an array or an object that is written now are indented.
  package var indent: Int { 2 * levels.count }

  /// Writes members of an object as they are: `"a": 1,` and a line feed and the indent before each that follows.
  package mutating func members(_ write: (inout [UInt8]) -> Void) {
    precondition(levels.last?.isObject == true && levels.last?.layout == .lines && !hasName)
    separate()
    write(&bytes)
  }

  private mutating func nest(
    _ name: String?, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ level: Level,
    _ contents: (inout JSONWriter) -> Void
  ) {
    if let name { self.name(name) }
    beginValue()
    bytes.append(UInt8(ascii: open))
    let layout = levels.last?.layout == .oneLine ? .oneLine : level.layout
    levels.append(Level(isObject: level.isObject, layout: layout))
    contents(&self)
    precondition(!hasName, "a name has no value")
    if let ended = levels.popLast(), ended.layout == .lines, !ended.isEmpty { startLine() }
    bytes.append(UInt8(ascii: close))
  }

  /// Writes what goes before a value that has no name.
  mutating func beginValue() {
    precondition(levels.last.map { $0.isObject == hasName } ?? !hasValue, "a value has no place here")
    if !hasName, !levels.isEmpty { separate() }
    hasName = false
    hasValue = true
  }

  /// Writes what goes between this element and the one before it.
  private mutating func separate() {
    let last = levels.count - 1
    if !levels[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    if levels[last].layout == .lines { startLine() } else if !levels[last].isEmpty { bytes.append(0x20) }
    levels[last].isEmpty = false
  }

  private mutating func startLine() {
    let indent = indent
    bytes.append(addingCapacity: 1 + indent) { room in
      room.append(0x0A)
      room.append(repeating: 0x20, count: indent)
    }
  }
}

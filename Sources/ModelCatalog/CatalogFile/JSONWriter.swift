/// Writes one JSON value as text, indented by two spaces.
///
/// The same calls give the same bytes. Calls out of order, such as a value in an object without a name before
/// it, are mistakes of ours and stop the program.
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

  private var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var hasName = false

  /// Begins with nothing written.
  public init() {}

  /// The text, ended by a newline; the value must be complete.
  public consuming func finish() -> [UInt8] {
    precondition(levels.isEmpty && !bytes.isEmpty, "the JSON value is not complete")
    return bytes + [0x0A]
  }

  /// Begins an object, whose members follow until `endObject`.
  public mutating func beginObject(_ layout: Layout = .lines) { begin("{", isObject: true, layout) }

  /// Ends an object.
  public mutating func endObject() { end("}", isObject: true) }

  /// Begins an array, whose elements follow until `endArray`.
  public mutating func beginArray(_ layout: Layout = .lines) { begin("[", isObject: false, layout) }

  /// Ends an array.
  public mutating func endArray() { end("]", isObject: false) }

  /// Writes the name of the member whose value comes next.
  public mutating func name(_ name: String) {
    precondition(levels.last?.isObject == true && !hasName, "a name belongs into an object")
    separate()
    quote(name)
    bytes += ": ".utf8
    hasName = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    prepareValue()
    quote(text)
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) { literal(String(number)) }

  /// Writes `true` or `false`.
  public mutating func bool(_ isTrue: Bool) { literal(isTrue ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { literal("null") }

  private mutating func literal(_ text: String) {
    prepareValue()
    bytes += text.utf8
  }

  private mutating func begin(_ bracket: String, isObject: Bool, _ layout: Layout) {
    literal(bracket)
    levels.append(Level(isObject: isObject, layout: levels.last?.layout == .oneLine ? .oneLine : layout))
  }

  private mutating func end(_ bracket: String, isObject: Bool) {
    let level = levels.popLast()
    precondition(level?.isObject == isObject && !hasName, "nothing to end here")
    if level?.layout == .lines, level?.isEmpty == false { startLine() }
    bytes += bracket.utf8
  }

  private mutating func prepareValue() {
    guard let level = levels.last else { return precondition(bytes.isEmpty, "there is a value already") }
    precondition(level.isObject == hasName, "a value in an object needs a name")
    if !level.isObject { separate() }
    hasName = false
  }

  private mutating func separate() {
    let last = levels.count - 1
    if !levels[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    if levels[last].layout == .lines { startLine() } else if !levels[last].isEmpty { bytes.append(0x20) }
    levels[last].isEmpty = false
  }

  private mutating func startLine() {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 2 * levels.count)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case ..<0x20, 0x7F: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

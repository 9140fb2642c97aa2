/// Writes JSON piece by piece, indented by two spaces, always the same text for the same values.
///
/// The text gathers until it is flushed, so a document of any length takes little memory. What a terminal
/// could act on is written as `\u`, since people look at JSON too.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.array("findings") { json in … }
///     }
///     json.finish(to: &output)
public struct JSONWriter {
  private var text = ""
  private var depth = 0
  /// Whether the innermost array or object has no element yet.
  private var isEmpty = true

  /// Begins a document.
  public init() {}

  /// Writes an object: the document, an element of an array, or with a key a member.
  public mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) -> Void) {
    nest(key, "{", "}", members)
  }

  /// Writes an array: the document, an element of an array, or with a key a member.
  public mutating func array(_ key: String? = nil, _ elements: (inout JSONWriter) -> Void) {
    nest(key, "[", "]", elements)
  }

  /// Writes a member of an object: a string, or null.
  public mutating func member(_ key: String, _ value: String?) {
    begin(key)
    if let value { append(quoted: value) } else { text += "null" }
  }

  /// Writes a member of an object: an integer, or null.
  public mutating func member(_ key: String, _ value: Int?) {
    begin(key)
    text += value.map { String($0) } ?? "null"
  }

  /// Writes a member of an object: a number, or null, also where it is not finite, which JSON cannot say.
  /// Optional as the integer is, so that the literal `1` is one.
  public mutating func member(_ key: String, _ value: Double?) {
    begin(key)
    text += value.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null"
  }

  /// Writes a member of an object: true or false.
  public mutating func member(_ key: String, _ value: Bool) {
    begin(key)
    text += value ? "true" : "false"
  }

  /// Writes an element of an array: a string.
  public mutating func element(_ value: String) {
    begin(nil)
    append(quoted: value)
  }

  /// Hands over what has been written so far.
  public mutating func flush(to output: inout some TextOutputStream) {
    output.write(text)
    text.removeAll(keepingCapacity: true)
  }

  /// Ends the document with a line feed and hands over the rest.
  public mutating func finish(to output: inout some TextOutputStream) {
    precondition(depth == 0, "an array or object is still open")
    text += "\n"
    flush(to: &output)
  }

  private mutating func nest(
    _ key: String?, _ open: String, _ close: String, _ contents: (inout JSONWriter) -> Void
  ) {
    begin(key)
    text += open
    depth += 1
    isEmpty = true
    contents(&self)
    depth -= 1
    if !isEmpty { newLine() }
    text += close
    isEmpty = false
  }

  /// Writes what goes before a value: comma, line feed, indentation, key.
  private mutating func begin(_ key: String?) {
    if depth > 0 {
      if !isEmpty { text += "," }
      newLine()
    }
    isEmpty = false
    guard let key else { return }
    append(quoted: key)
    text += ": "
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func append(quoted string: String) {
    text += "\""
    text += Self.escaped(string)
    text += "\""
  }
}

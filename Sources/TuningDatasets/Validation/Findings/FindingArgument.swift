import Diagnostics
import JSONLines

/// What fills a placeholder of a message: a place in the line, or a value. It becomes text only if the finding is kept.
enum FindingArgument {
  case none
  /// A text of ours.
  case literal(StaticString)
  /// A number.
  case number(Int)
  /// The content of a string of the line.
  case string(StringToken)
  /// Bytes of the line as they are.
  case raw(Range<Int>)
  /// Bytes of the line in hexadecimal.
  case hexadecimal(Range<Int>)
  /// The character at an offset, for a message that says what was found.
  case character(Int)
  /// The control character at an offset, by its name; and its escape.
  case controlName(Int)
  case controlEscape(Int)
  /// What to do about an unknown field of a message; in a schema, the field that takes JSON Schema in its place.
  case suggestion(StringToken, MessageType, jsonSchemaField: StaticString, NameStyle)
  /// What is wrong with a value, and what to do about it; `{0}` is its name.
  case contradiction(JSONKind, ShapeFault.Expectation)
  case conversion(ShapeFault.Value, JSONKind, ShapeFault.Expectation, NameStyle)
  /// The name nearest to a string.
  case nearestName(StringToken, Enumeration)
  /// An element of a list: `contents[3]`.
  case element(StaticString, Int)
  /// A text made for this finding.
  case text(String)

  /// The text, for a line that is still there.
  func text(in line: LineBytes) -> String {
    switch self {
    case .none: ""
    case .literal(let text): "\(text)"
    case .number(let number): "\(number)"
    case .string(let token): Self.shortened(line.unescaped(token.prefix(Self.mostBytes + 8, of: line)))
    case .raw(let range): Self.shortened(line.bytes(in: range.prefix(Self.mostBytes + 8)))
    case .hexadecimal(let range):
      line.bytes(in: range).map { String($0, radix: 16, digits: 2) }.joined(separator: " ")
    case .character(let offset): Self.found(at: offset, in: line)
    case .controlName(let offset): Self.controlName(line[offset])
    case .controlEscape(let offset): Self.controlEscape(line[offset])
    case .suggestion(let key, let message, let field, let style):
      message.remedy(of: Self.beginning(of: key, in: line), jsonSchemaField: style.spelling(of: field))
    case .contradiction(let found, let expected): "\(found.name), but must be \(expected.name)"
    case .conversion(let value, let found, let expected, let style):
      expected.remedy(for: value, found, style)
    case .nearestName(let value, let enumeration):
      enumeration.nearest(to: Self.beginning(of: value, in: line))
    case .element(let list, let index): "\(list)[\(index)]"
    case .text(let text): text
    }
  }

  private static let mostBytes = 80

  /// So much of a string as may be a name.
  private static func beginning(of string: StringToken, in line: LineBytes) -> String {
    String(decoding: line.unescaped(string.prefix(64, of: line)), as: UTF8.self)
  }

  /// At most 80 bytes as text, with a mark where something was cut.
  private static func shortened(_ bytes: [UInt8]) -> String {
    guard bytes.count > mostBytes else { return String(decoding: bytes, as: UTF8.self) }
    // Not within a character: continuation bytes at the cut go too.
    var end = mostBytes
    while end > mostBytes - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }

  private static func found(at offset: Int, in line: LineBytes) -> String {
    guard offset < line.textEnd else { return "the end of the line" }
    let byte = line[offset]
    if byte < 0x20 || byte == 0x7F { return controlName(byte) }
    let length = line.lengthOfScalar(at: offset)
    return "'" + String(decoding: line.bytes(in: offset..<offset + max(1, length)), as: UTF8.self) + "'"
  }

  private static func controlName(_ byte: UInt8) -> String {
    let name =
      switch byte {
      case 0x00: "a NUL"
      case 0x08: "a backspace"
      case 0x09: "a tab"
      case 0x0A: "a line feed"
      case 0x0C: "a form feed"
      case 0x0D: "a carriage return"
      case 0x1B: "an escape character"
      default: "a control character"
      }
    return name + ", U+" + String(byte, radix: 16, digits: 4)
  }

  private static func controlEscape(_ byte: UInt8) -> String {
    switch byte {
    case 0x08: #"\b"#
    case 0x09: #"\t"#
    case 0x0A: #"\n"#
    case 0x0C: #"\f"#
    case 0x0D: #"\r"#
    default: #"\u"# + String(byte, radix: 16, digits: 4).lowercased()
    }
  }
}

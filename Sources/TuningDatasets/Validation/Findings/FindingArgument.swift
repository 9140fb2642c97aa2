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
  /// What to do about an unknown field.
  case suggestion(UnknownFieldRemedy)
  /// What to do about a role that is not one of Gemini's.
  case knownRole(StringToken)
  /// The name nearest to a string.
  case nearestName(StringToken, Enumeration)
  /// The name of a value, as the line spells it; an element of a list is `contents[3]`.
  case name(of: ShapeFault.Value)
  /// `a string, but must be an object`.
  case kinds(found: JSONKind, expected: ShapeFault.Expectation)
  /// What to write in place of a value of the wrong type.
  case instead(WrongTypeRemedy)
  /// What to write in place of something at an offset that represents a missing value.
  case missingValue(MissingValueRemedy)
  /// A text made for this finding.
  case text(String)

  /// The text, for a line that is still there.
  func text(in line: LineBytes) -> String {
    switch self {
    case .none: ""
    case .literal(let text): text.description
    case .number(let number): String(number)
    case .string(let token): Self.shortened(line.unescaped(token.prefix(Self.mostBytes + 8, of: line)))
    case .raw(let range): Self.shortened(line.bytes(in: range.prefix(Self.mostBytes + 8)))
    case .hexadecimal(let range):
      line.bytes(in: range).map { String($0, radix: 16, digits: 2) }.joined(separator: " ")
    case .character(let offset): Self.found(at: offset, in: line)
    case .controlName(let offset): Self.controlName(line[offset])
    case .controlEscape(let offset): Self.controlEscape(line[offset])
    case .suggestion(let remedy): remedy.text(in: line)
    case .knownRole(let role): UnknownRole.remedy(for: Self.beginning(of: role, in: line))
    case .nearestName(let value, let enumeration):
      enumeration.nearest(to: Self.beginning(of: value, in: line))
    case .name(of: .field(let index)): FieldTable.shared.spelling(of: index)
    case .name(of: .element(let list, let index)):
      FieldTable.shared.spelling(of: list) + "[" + String(index) + "]"
    case .name(of: .key(let key)): FindingArgument.string(key).text(in: line)
    case .kinds(let found, let expected): found.name + ", but must be " + expected.name
    case .instead(let remedy): remedy.text(in: line)
    case .missingValue(let remedy): remedy.text(in: line)
    case .text(let text): text
    }
  }

  static let mostBytes = 80

  /// As much of a string as can be a name.
  static func beginning(of string: StringToken, in line: LineBytes) -> String {
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

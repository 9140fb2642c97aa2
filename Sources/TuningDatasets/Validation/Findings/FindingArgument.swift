import Diagnostics
import JSONLines

/// What fills a placeholder of a message: a place in the line, or a value. It becomes text only if the finding is kept, and
/// has no reference: to copy it is to copy bytes.
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
  /// What should be where something else is.
  case expectation(JSONFault.Expectation)
  /// A kind of value, with its article.
  case kind(JSONKind)
  /// The name of a message.
  case message(MessageType)
  /// A name of ours in camelCase, as the line would spell it.
  case spelling(StaticString, NameStyle)
  /// A text made for this finding, by its index among those.
  case made(Int)

  /// The text, for a line that is still there.
  func text(in line: LineBytes, _ texts: [String] = []) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, in: line, texts)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the text, for a line that is still there.
  ///
  /// - Parameter texts: those made for the finding.
  func write(to bytes: inout [UInt8], in line: LineBytes, _ texts: [String] = []) {
    switch self {
    case .none: break
    case .made(let index): bytes.append(texts[index].utf8.span)
    case .expectation(let expectation): bytes.append(expectation.rawValue.utf8.span)
    case .kind(let kind): bytes.append(kind.name.utf8.span)
    case .message(let message): bytes.append(message.name.utf8.span)
    case .spelling(let name, let style): bytes.append(style.spelling(of: name).utf8.span)
    case .literal(let text): bytes.append(text)
    case .number(let number): bytes.append(String(number).utf8.span)
    case .string(let token):
      Self.write(shortened: line.unescaped(token.prefix(Self.mostBytes + 8, of: line)), to: &bytes)
    case .raw(let range): Self.write(shortened: line.bytes(in: range.prefix(Self.mostBytes + 8)), to: &bytes)
    case .hexadecimal(let range):
      let digits = line.bytes(in: range).map { String($0, radix: 16, digits: 2) }
      bytes.append(contentsOf: digits.joined(separator: " ").utf8)
    case .character(let offset): Self.write(foundAt: offset, in: line, to: &bytes)
    case .controlName(let offset): bytes.append(Self.controlName(line[offset]).utf8.span)
    case .controlEscape(let offset): bytes.append(Self.controlEscape(line[offset]).utf8.span)
    case .suggestion(let remedy): bytes.append(remedy.text(in: line).utf8.span)
    case .knownRole(let role):
      bytes.append(contentsOf: UnknownRole.remedy(for: Self.beginning(of: role, in: line)).utf8)
    case .nearestName(let value, let enumeration):
      bytes.append(contentsOf: enumeration.nearest(to: Self.beginning(of: value, in: line)).utf8)
    case .name(of: .field(let index)): FieldTable.shared.write(spellingOf: index, to: &bytes)
    case .name(of: .element(let list, let index)):
      FieldTable.shared.write(spellingOf: list, to: &bytes)
      bytes.append(UInt8(ascii: "["))
      bytes.append(digitsOf: index)
      bytes.append(UInt8(ascii: "]"))
    case .name(of: .key(let key)): FindingArgument.string(key).write(to: &bytes, in: line)
    case .kinds(let found, let expected):
      bytes.append(found.name.utf8.span)
      bytes.append(", but must be ")
      bytes.append(expected.name.utf8.span)
    case .instead(let remedy): bytes.append(remedy.text(in: line).utf8.span)
    case .missingValue(let remedy): bytes.append(remedy.text(in: line).utf8.span)
    }
  }

  static let mostBytes = 80

  /// As much of a string as can be a name.
  static func beginning(of string: StringToken, in line: LineBytes) -> String {
    String(decoding: line.unescaped(string.prefix(64, of: line)), as: UTF8.self)
  }

  /// Writes at most 80 bytes as text, with a mark where something was cut.
  private static func write(shortened text: [UInt8], to bytes: inout [UInt8]) {
    // Not within a character: continuation bytes at the cut go too.
    var end = min(mostBytes, text.count)
    while text.count > mostBytes, end > mostBytes - 4, text[end] & 0xC0 == 0x80 { end -= 1 }
    if text[..<end].allSatisfy({ $0 < 0x80 }) {
      bytes.append(contentsOf: text[..<end])
    } else {
      bytes.append(contentsOf: String(decoding: text[..<end], as: UTF8.self).utf8)
    }
    if text.count > mostBytes { bytes.append("…") }
  }

  private static func write(foundAt offset: Int, in line: LineBytes, to bytes: inout [UInt8]) {
    guard offset < line.textEnd else { return bytes.append("the end of the line") }
    let byte = line[offset]
    if byte < 0x20 || byte == 0x7F { return bytes.append(controlName(byte).utf8.span) }
    let length = line.lengthOfScalar(at: offset)
    bytes.append(UInt8(ascii: "'"))
    if length == 0 { bytes.append("\u{FFFD}") } else { line.append(offset..<offset + length, to: &bytes) }
    bytes.append(UInt8(ascii: "'"))
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

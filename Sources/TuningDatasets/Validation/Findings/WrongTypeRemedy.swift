import JSONLines

/// What to write in place of a value of the wrong type: chosen by the field, and by what is written there.
///
/// In what it quotes, `…` is the value as it is written now.
struct WrongTypeRemedy {
  let value: ShapeFault.Value
  /// Where the value begins; lines are shorter than 32 bits can tell.
  private let first: Int32
  private var start: Int { Int(first) }
  let expected: ShapeFault.Expectation
  let found: JSONKind
  let style: NameStyle

  /// The remedy for a value that begins at an offset of its line, whose names are in a style.
  init(
    of value: ShapeFault.Value, from start: Int, expected: ShapeFault.Expectation, found: JSONKind,
    _ style: NameStyle
  ) {
    self.value = value
    first = Int32(start)
    self.expected = expected
    self.found = found
    self.style = style
  }

  /// The remedy, as the end of a sentence.
  func text(in line: LineBytes) -> String {
    if found == .string, let text = remedyForString(in: line) { return text }
    if let text = remedyBeyondKind { return text }
    let table = FieldTable.shared
    switch value {
    case .field(let index):
      switch table.field(of: index) {
      case .contents where found == .object: return "put the turn in an array: […]"
      case .parts where found == .object: return "put the part in an array: […]"
      case .systemInstruction where found == .array:
        return firstElementBegins(with: UInt8(ascii: "{"), in: line)
          ? #"write {"parts": …}"# : #"write {"parts": [{"text": "…"}]} with the texts of the array"#
      case .arguments: return #"write the arguments as an object, such as {"city": "Lima"}"#
      case .response: return #"wrap the value as {"output": …}"#
      case .role: return #"write "user" or "model""#
      case .text where found == .object || found == .array:
        return "write a string: if the answer is JSON, put it in double quotes and escape the quotes in it"
      default: break
      }
    case .element(let list, _):
      if table.field(of: list) == .contents, found == .array {
        return "write each turn as an object of its own"
      }
    case .key: break
    }
    return generalRemedy(in: line)
  }

  /// The remedy that depends only on the types.
  private func generalRemedy(in line: LineBytes) -> String {
    switch (expected.kind, found) {
    case (.array, .object): "put the object in an array: […]"
    case (.array, .string): "put the string in an array: […]"
    case (.array, .boolean) where saysWhetherRequired:
      "list the required properties in 'required' of the object that has them"
    case (.string, .number), (.string, .boolean): #"write it in double quotes: "\#(literal(in: line))""#
    case (.boolean, .string): "write true or false, without quotes"
    default: "write \(expected.kind.name)"
    }
  }

  /// Whether the first element of an array begins with a byte.
  private func firstElementBegins(with byte: UInt8, in line: LineBytes) -> Bool {
    line[line.afterSpace(from: start + 1)] == byte
  }

  /// The number or word that is written there.
  private func literal(in line: LineBytes) -> String {
    var end = start
    while end < line.textEnd, end - start < 40, !Self.endsLiteral(line[end]) { end += 1 }
    return String(decoding: line.bytes(in: start..<end), as: UTF8.self)
  }

  private static func endsLiteral(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  // MARK: Strings

  /// The remedy for a string where an object or an array belongs; nil where only the type matters.
  private func remedyForString(in line: LineBytes) -> String? {
    guard expected.kind == .object || expected.kind == .array else { return nil }
    if line.scalars(in: start + 1..<line.textEnd).end(of: "[object Object]\"") != nil {
      return
        "write the value itself: '[object Object]' is what JavaScript writes for an object, and its content is lost"
    }
    let isJSON = holdsJSON(in: line)
    switch value {
    case .field(let index):
      let field = FieldTable.shared.field(of: index)
      let parse =
        "parse the string, and write the \(expected.kind == .array ? "array" : "object") that it contains"
      if isJSON { return field == .response ? parse + #", or wrap it as {"output": …}"# : parse }
      return wrapping(field)
    case .element(let list, _):
      if isJSON { return "parse the string, and write the object that it contains" }
      return switch FieldTable.shared.field(of: list) {
      case .contents:
        #"write {"role": "user", "parts": [{"text": …}]}, or "model" as the role if the model speaks"#
      case .parts: #"write {"text": …}"#
      case .functionDeclarations: #"write {"name": …} and describe the function"#
      case .tools: #"write {"\#(spelled("functionDeclarations"))": [{"name": …}]} and describe the function"#
      default: nil
      }
    case .key: return isJSON ? "parse the string, and write the object that it contains" : nil
    }
  }

  /// What a text becomes in a field that is not a string.
  private func wrapping(_ field: Field) -> String? {
    switch field {
    case .systemInstruction: #"write {"parts": [{"text": …}]}"#
    case .contents:
      #"write [{"role": "user", "parts": [{"text": …}]}], and the answer as a turn of the role "model""#
    case .parts: #"write [{"text": …}]"#
    case .arguments: #"write the arguments as an object, such as {"city": "Lima"}"#
    case .response: #"wrap it as {"output": …}"#
    case .functionCall: #"write {"name": …, "args": {}} with the arguments of the call"#
    case .functionResponse:
      #"write {"name": "get_weather", "response": {"output": …}} with the function's own name"#
    case .fileData:
      #"write {"\#(spelled("mimeType"))": "image/jpeg", "\#(spelled("fileUri"))": …} with the file's own type"#
    case .inlineData:
      #"write {"\#(spelled("mimeType"))": "image/jpeg", "data": …} with the file's own type"#
    default: nil
    }
  }

  /// A name as the file spells it.
  private func spelled(_ name: StaticString) -> String { style.spelling(of: name) }

  /// Whether the string begins as an object or an array does, of the kind that is expected.
  private func holdsJSON(in line: LineBytes) -> Bool {
    var scalars = line.scalars(in: start + 1..<line.textEnd)
    while let (scalar, _) = scalars.next() {
      if scalar.properties.isWhitespace { continue }
      return scalar == (expected.kind == .array ? "[" : "{")
    }
    return false
  }
}

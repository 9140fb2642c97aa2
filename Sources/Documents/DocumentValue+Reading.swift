public import JSONLines

extension DocumentValue {
  /// Reads a document that is one JSON value, strictly by RFC 8259, on as many lines as it likes.
  ///
  /// - Throws: the first fault; its offset counts from the document's first byte.
  /// - Complexity: linear in the document, of which it makes a copy.
  public init(parsing document: [UInt8]) throws(JSONFault) {
    self = try Self.withLine(of: document) { (line) throws(JSONFault) in
      var reader = JSONReader()
      try reader.begin(line)
      let value = try DocumentValue(reading: &reader)
      try reader.end()
      return value
    }
  }

  /// Lends a whole document as one line: line feeds become carriage returns, which are white space too, and as much a
  /// fault within a string, so no offset changes.
  public static func withLine<Result, Failure: Error>(
    of document: [UInt8], _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var line = document
    for index in line.indices where line[index] == 0x0A { line[index] = 0x0D }
    return try LineBytes.with(line, body)
  }

  private init(reading reader: inout JSONReader) throws(JSONFault) {
    let start = reader.offset
    switch try reader.kind() {
    case .object: content = .object(try Self.members(&reader))
    case .array: content = .array(try Self.elements(&reader))
    case .string:
      let token = try reader.string()
      content = .string(Self.text(token, in: reader.line))
    case .number:
      try reader.number()
      content = .number(reader.line.text(in: start..<reader.offset))
    case .boolean:
      let isTrue = reader.line[start] == UInt8(ascii: "t")
      try reader.literal()
      content = .bool(isTrue)
    case .null:
      try reader.literal()
      content = .null
    }
    range = start..<reader.offset
  }

  private static func members(_ reader: inout JSONReader) throws(JSONFault) -> [Member] {
    var members: [Member] = []
    var scope = try reader.openObject()
    while let key = try reader.nextKey(isFirst: members.isEmpty) {
      try reader.noteKey(key, in: &scope)
      let name = text(key, in: reader.line)
      members.append(
        Member(name: name, nameRange: key.start - 1..<key.end + 1, value: try DocumentValue(reading: &reader))
      )
    }
    try reader.closeObject(scope)
    return members
  }

  private static func elements(_ reader: inout JSONReader) throws(JSONFault) -> [DocumentValue] {
    var elements: [DocumentValue] = []
    try reader.openArray()
    while try reader.nextElement(isFirst: elements.isEmpty) {
      elements.append(try DocumentValue(reading: &reader))
    }
    return elements
  }

  private static func text(_ token: StringToken, in line: LineBytes) -> String {
    token.traits.contains(.hasEscape)
      ? String(decoding: line.unescaped(token), as: UTF8.self) : line.text(in: token.start..<token.end)
  }
}

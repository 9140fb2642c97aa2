import JSONLines

extension JSONValue {
  /// Reads a file that is one JSON value, strictly by RFC 8259.
  init(parsing bytes: [UInt8]) throws(CatalogFault) {
    // The reader reads one line, so line feeds are made carriage returns: these are white space too, as much
    // a fault within a string, and no offset changes.
    let text = bytes.map { $0 == 0x0A ? 0x0D : $0 }
    self = try LineBytes.with(text) { (line) throws(CatalogFault) in
      do throws(JSONFault) {
        var reader = JSONReader()
        try reader.begin(line)
        let value = try JSONValue(reading: &reader)
        try reader.end()
        return value
      } catch {
        throw CatalogFault(error, in: line)
      }
    }
  }

  private init(reading reader: inout JSONReader) throws(JSONFault) {
    offset = reader.offset
    switch try reader.kind() {
    case .object: content = .object(try Self.members(&reader))
    case .array: content = .array(try Self.elements(&reader))
    case .string:
      let token = try reader.string()
      content = .string(Self.text(token, in: reader.line))
    case .number:
      try reader.number()
      content = .number(String(decoding: reader.line.bytes(in: offset..<reader.offset), as: UTF8.self))
    case .boolean:
      let isTrue = reader.line[offset] == UInt8(ascii: "t")
      try reader.literal()
      content = .bool(isTrue)
    case .null:
      try reader.literal()
      content = .null
    }
  }

  private static func members(_ reader: inout JSONReader) throws(JSONFault) -> [Member] {
    var members: [Member] = []
    var scope = try reader.openObject()
    while let key = try reader.nextKey(isFirst: members.isEmpty) {
      try reader.noteKey(key, in: &scope)
      let name = text(key, in: reader.line)
      members.append(Member(name: name, nameOffset: key.start - 1, value: try JSONValue(reading: &reader)))
    }
    try reader.closeObject(scope)
    return members
  }

  private static func elements(_ reader: inout JSONReader) throws(JSONFault) -> [JSONValue] {
    var elements: [JSONValue] = []
    try reader.openArray()
    while try reader.nextElement(isFirst: elements.isEmpty) {
      elements.append(try JSONValue(reading: &reader))
    }
    return elements
  }

  fileprivate static func text(_ token: StringToken, in line: LineBytes) -> String {
    String(decoding: line.unescaped(token), as: UTF8.self)
  }
}

extension CatalogFault {
  /// The fault of a file that is not JSON.
  fileprivate init(_ fault: JSONFault, in line: LineBytes) {
    offset = fault.offset
    pointer = line.pointer(to: fault.offset)
    if fault.kind == .duplicateKey {
      let quoted = line.bytes(in: fault.offset..<fault.offset + fault.length)
      problem = .duplicateField(String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self))
    } else {
      problem = .notJSON(fault.kind.sentence)
    }
  }
}

extension JSONFault.Kind {
  /// What is wrong, as the end of a message.
  fileprivate var sentence: String {
    switch self {
    case .invalidUTF8: "the bytes here are not UTF-8"
    case .byteOrderMark: "a byte order mark stands here"
    case .unexpected(let expectation): "expected " + expectation.rawValue
    case .nonFiniteNumber: "a number must be finite"
    case .loneSurrogate: "half of a surrogate pair stands here"
    case .duplicateKey: "the key stands here a second time"
    case .nestingTooDeep: "the nesting is too deep"
    case .numberOutOfRange: "the number is out of range"
    case .severalValues: "there is a second value"
    case .notAnObject(let kind): "expected an object, found " + kind.name
    case .trailingComma: "nothing follows the comma"
    case .dialect(.comment): "comments are not allowed"
    case .dialect: "this is another language's way of writing"
    case .controlCharacter: "a control character in a string must be escaped"
    }
  }
}

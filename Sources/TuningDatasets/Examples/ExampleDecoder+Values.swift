import JSONLines

extension ExampleDecoder {
  /// Reads a message and checks only its shape.
  mutating func readMessage(_ message: MessageType) throws(JSONFault) {
    var object = try openObject(message)
    while let field = try nextField(of: &object) { try readValue(of: field, key: object.key) }
  }

  /// Reads the value of a field, checks only its shape, and returns its place.
  mutating func readPlace(
    of field: Int, key: StringToken
  ) throws(JSONFault) -> TrainingExample.Place {
    let start = reader.offset
    let isSpoilt = !fields.mayHold(reader.line[start], at: field)
    try readValue(of: field, key: key)
    return TrainingExample.Place(start..<reader.offset, isSpoilt: isSpoilt)
  }

  /// Reads the value of a field and checks only its shape.
  mutating func readValue(of field: Int, key: StringToken) throws(JSONFault) {
    switch fields.shape(of: field) {
    case .string: if try expect(.string, for: .field(field)) { _ = try reader.string() }
    case .boolean: if try expect(.boolean, for: .field(field)) { try reader.literal() }
    case .number: try readNumber(field)
    case .enumeration(let enumeration): try readName(field, enumeration)
    case .message(let message): if try expect(.object, for: .field(field)) { try readMessage(message) }
    case .list(let message):
      try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
        if try decoder.expect(.object, for: .element(of: field, index)) { try decoder.readMessage(message) }
      }
    case .strings:
      try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
        if try decoder.expect(.string, for: .element(of: field, index)) { _ = try decoder.reader.string() }
      }
    case .stringMap: try readStringMap(field)
    case .object: if try expect(.object, for: .field(field)) { try reader.skipValue() }
    case .any, .value: try reader.skipValue()
    case .ignored:
      findings.report(.ignoredField(key), at: key)
      try reader.skipValue()
    case .undocumented:
      findings.report(.undocumentedField(key), at: key)
      try reader.skipValue()
    }
  }

  /// Whether the value that comes next is of a kind; where it is not, it is skipped and noted.
  @inline(__always)
  mutating func expect(
    _ kind: JSONKind, for name: @autoclosure () -> ShapeFault.Value
  ) throws(JSONFault) -> Bool {
    if reader.line[reader.offset] == kind.firstByte { return true }
    let found = try reader.kind()
    if found == kind { return true }
    try skipWrongType(found, where: kind, for: name())
    return false
  }

  @inline(never)
  private mutating func skipWrongType(
    _ found: JSONKind, where expected: JSONKind, for name: ShapeFault.Value
  ) throws(JSONFault) {
    let start = reader.offset
    try reader.skipValue()
    findings.report(
      .wrongType(name, expected: expected, found: found), at: start, length: reader.offset - start)
  }

  private mutating func readNumber(_ field: Int) throws(JSONFault) {
    switch try reader.kind() {
    case .number: try reader.number()
    case .string where reader.line.isNumber(reader.offset + 1): _ = try reader.string()
    case let other: try skipWrongType(other, where: .number, for: .field(field))
    }
  }

  private mutating func readName(_ field: Int, _ enumeration: Enumeration) throws(JSONFault) {
    switch try reader.kind() {
    case .number: try reader.number()
    case .string:
      let value = try reader.string()
      if !enumeration.names.contains(where: { reader.line.string(value, equals: $0) }),
        !reader.line.isInteger(value)
      {
        findings.report(.unknownName(value, of: fields.name(of: field), among: enumeration), at: value)
      }
    case let other: try skipWrongType(other, where: .string, for: .field(field))
    }
  }

  /// Reads a list, given what reads the element of an index.
  mutating func readList(
    _ field: Int, _ readElement: (inout ExampleDecoder, Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard try expect(.array, for: .field(field)) else { return }
    try reader.openArray()
    var index = 0
    while try reader.nextElement(isFirst: index == 0) {
      try readElement(&self, index)
      index += 1
    }
  }

  private mutating func readStringMap(_ field: Int) throws(JSONFault) {
    guard try expect(.object, for: .field(field)) else { return }
    var scope = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      try reader.noteKey(key, in: &scope)
      if try expect(.string, for: .key(key)) { _ = try reader.string() }
    }
    try reader.closeObject(scope)
  }
}

extension FieldShape {
  /// The kind of every value that has the right type; nil if there are several.
  var kind: JSONKind? {
    switch self {
    case .string: .string
    case .object, .message, .stringMap: .object
    case .list, .strings: .array
    case .boolean, .number, .enumeration, .any, .value, .ignored, .undocumented: nil
    }
  }
}

extension JSONKind {
  /// The byte that every value of a kind begins with; of a kind with several, one of them.
  @inline(__always)
  var firstByte: UInt8 {
    switch self {
    case .string: UInt8(ascii: "\"")
    case .object: UInt8(ascii: "{")
    case .array: UInt8(ascii: "[")
    case .number: UInt8(ascii: "1")
    case .boolean: UInt8(ascii: "t")
    case .null: UInt8(ascii: "n")
    }
  }
}

extension LineBytes {
  /// Whether a string is an integer, which Google's JSON parsers read as an enum's number.
  fileprivate func isInteger(_ token: StringToken) -> Bool {
    var offset = token.start
    if self[offset] == UInt8(ascii: "-") { offset += 1 }
    guard offset < token.end else { return false }
    while offset < token.end, self[offset] &- 0x30 < 10 { offset += 1 }
    return offset == token.end
  }

  /// Whether what is after an opening quote begins like a number, which Google's JSON parsers read as one.
  fileprivate func isNumber(_ offset: Int) -> Bool {
    let first = self[self[offset] == UInt8(ascii: "-") ? offset + 1 : offset]
    return first &- 0x30 < 10 || first == UInt8(ascii: "N") || first == UInt8(ascii: "I")
  }
}

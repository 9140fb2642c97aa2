import JSONLines

extension ExampleDecoder {
  /// Reads a message and checks only its shape.
  mutating func readMessage(_ message: MessageType) throws(JSONFault) {
    if message == .schema { return try readSchema() }
    var object = try openObject(message)
    while let field = try nextField(of: &object) { try readValue(of: field, key: object.key) }
    if object.isFirst { digest.addEmpty() }
  }

  /// Reads the value of a field, checks only its shape, and returns its place.
  mutating func readPlace(of field: Int, in object: OpenObject) throws(JSONFault) -> TrainingExample.Place {
    let start = reader.offset
    if object.isNull, fields.field(of: field).isRequired {
      try reader.literal()
      return .absent
    }
    let isSpoilt = !fields.mayHold(reader.line[start], at: field)
    try readValue(of: field, key: object.key)
    return TrainingExample.Place(start..<reader.offset, isSpoilt: isSpoilt)
  }

  /// Reads the value of a field and checks only its shape.
  mutating func readValue(of field: Int, key: StringToken) throws(JSONFault) {
    let path = digest.enter(fields.digestKey(of: field))
    defer { digest.path = path }
    switch fields.shape(of: field) {
    case .string:
      if try expect(.string, for: .field(field)) { digest.add(try reader.string(), in: reader.line) }
    case .boolean:
      if try expect(.boolean, for: .field(field)) {
        digest.add(leafAt: reader.offset, in: reader.line)
        try reader.literal()
      }
    case .number: try readNumber(field)
    case .integer: try readInteger(field)
    case .duration: try readDuration(field)
    case .enumeration(let enumeration): try readName(field, enumeration)
    case .message(.schema):
      if reader.line[reader.offset] == JSONKind.object.firstByte {
        try readSchema()
      } else {
        try skipWrongType(try reader.kind(), where: .schema, for: .field(field))
      }
    case .message(let message): if try expect(.object, for: .field(field)) { try readMessage(message) }
    case .map(let message): try readMap(field, of: message)
    case .list(let message):
      try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
        if try decoder.expect(.object, for: .element(of: field, index)) { try decoder.readMessage(message) }
      }
    case .strings:
      try readList(field) { (decoder: inout ExampleDecoder, index) throws(JSONFault) in
        if try decoder.expect(.string, for: .element(of: field, index)) {
          decoder.digest.add(try decoder.reader.string(), in: decoder.reader.line)
        }
      }
    case .stringMap: try readStringMap(field)
    case .object: if try expect(.object, for: .field(field)) { try readFreeValue() }
    case .value: try readFreeValue()
    case .ignored:
      findings.report(.ignoredField(key), at: key)
      try reader.skipValue()
    case .undocumentedMessage(let message):
      findings.report(.undocumentedField(key), at: key)
      if try expect(.object, for: .field(field)) { try readMessage(message) }
    case .undocumentedObject:
      findings.report(.undocumentedField(key), at: key)
      if try expect(.object, for: .field(field)) { try skipValueWithDigest() }
    case .undocumented:
      findings.report(.undocumentedField(key), at: key)
      try skipValueWithDigest()
    }
  }

  /// Reads a value of any content.
  mutating func readFreeValue() throws(JSONFault) {
    let start = reader.offset
    try skipValueWithDigest()
    if reader.isDeep { try judgeDepth(ofValueAt: start) }
  }

  /// Skips a value, and adds it to the digest.
  mutating func skipValueWithDigest() throws(JSONFault) {
    guard digest.isWanted else { return try reader.skipValue() }
    try reader.skipValue(at: digest.path, addingTo: &digest.total)
  }

  /// Reports a value that has been read and is nested too deep.
  @inline(never)
  private mutating func judgeDepth(ofValueAt start: Int) throws(JSONFault) {
    guard [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(reader.line[start]) else { return }
    let verdict = DepthVerdict(ofValueAt: start, MessageDepth(in: openSchemas), in: reader.line)
    if let offset = verdict.refused.byBoth {
      throw JSONFault.valueTooDeep(levels: verdict.levels, at: offset)
    } else if let offset = verdict.refused.byOne {
      findings.report(.nestedDeep(levels: verdict.levels), at: offset)
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
    try skipWrongType(found, where: .kind(kind), for: name())
    return false
  }

  @inline(never)
  mutating func skipWrongType(
    _ found: JSONKind, where expected: ShapeFault.Expectation, for name: ShapeFault.Value
  ) throws(JSONFault) {
    let start = reader.offset
    try skipValueWithDigest()
    findings.report(
      .wrongType(name, expected: expected, found: found, style), at: start, length: reader.offset - start)
  }

  private mutating func readName(_ field: Int, _ enumeration: Enumeration) throws(JSONFault) {
    let start = reader.offset
    switch try reader.kind() {
    case .number:
      try reader.number()
      digest.add(leafAt: start, in: reader.line)
      if !reader.line.isNumberOfName(in: start..<reader.offset) {
        findings.report(
          .wrongType(.field(field), expected: expectation(of: enumeration), found: .number, style), at: start,
          length: reader.offset - start)
      }
    case .string:
      let value = try reader.string()
      digest.add(value, in: reader.line)
      if enumeration == .schemaType {
        if !schemaTypes.contains(value, in: reader.line) { reportSchemaType(value) }
      } else if !enumeration.names.contains(where: { reader.line.string(value, equals: $0) }),
        !reader.line.isInteger(value)
      {
        findings.report(.unknownName(value, of: fields.name(of: field), among: enumeration), at: value)
      }
    case let other: try skipWrongType(other, where: expectation(of: enumeration), for: .field(field))
    }
  }

  /// What the value of a field with a fixed set of names should be.
  private func expectation(of enumeration: Enumeration) -> ShapeFault.Expectation {
    enumeration == .schemaType
      ? .schemaType(ofParameters: openSchemas.areOfParameters) : .kind(.string)
  }

  /// Reads a list, given what reads the element of an index.
  mutating func readList(
    _ field: Int, _ readElement: (inout ExampleDecoder, Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard try expect(.array, for: .field(field)) else { return }
    try reader.openArray()
    let list = digest.path
    var index = 0
    while try reader.nextElement(isFirst: index == 0) {
      digest.path = list.element(index)
      try readElement(&self, index)
      index += 1
    }
    digest.path = list
    if index == 0 { digest.addEmpty() }
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
    case .object, .message, .map, .stringMap: .object
    case .list, .strings: .array
    case .boolean, .number, .integer, .duration, .enumeration, .value, .ignored, .undocumented,
      .undocumentedMessage, .undocumentedObject:
      nil
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
  func isInteger(_ token: StringToken) -> Bool {
    var offset = token.start
    if self[offset] == UInt8(ascii: "-") { offset += 1 }
    guard offset < token.end else { return false }
    while offset < token.end, self[offset] &- 0x30 < 10 { offset += 1 }
    return offset == token.end
  }
}

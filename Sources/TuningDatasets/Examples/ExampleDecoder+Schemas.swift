import JSONLines

/// What function declarations contain: schemas, and their numbers and types.
extension ExampleDecoder {
  /// In which style names with two styles are written in the line, as far as it has been read.
  var style: NameStyle { firstSnakeCase != nil && firstCamelCase == nil ? .snakeCase : .camelCase }

  /// Reads a schema; the reader is at its brace.
  mutating func readSchema() throws(JSONFault) {
    var object = try openObject(.schema)
    openSchemas.count += 1
    while try reader.moveToKey(isFirst: object.isFirst) {
      if let type = try readString(usual.typeOfSchema, in: &object) {
        if !schemaTypes.contains(type, in: reader.line) { reportSchemaType(type) }
      } else if try readString(usual.descriptionOfSchema, in: &object) == nil,
        let field = try readKey(of: &object)
      {
        try readValue(of: field, key: object.key)
      }
    }
    try reader.closeObject(object.scope)
    openSchemas.count -= 1
    if object.isFirst { digest.addEmpty() }
  }

  /// Reads an object whose values are messages, and whose keys are the user's own.
  mutating func readMap(_ field: Int, of message: MessageType) throws(JSONFault) {
    guard try expect(.object, for: .field(field)) else { return }
    let areParameters =
      fields.field(of: field) == .properties && openSchemas.count == 1 && openSchemas.entries == 0
      && openSchemas.areOfParameters
    openSchemas.entries += 1
    var scope = try reader.openObject()
    let map = digest.path
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let hash = try reader.noteKey(key, in: &scope)
      if areParameters, !hasInvalidParameter, !reader.line.isNameOfParameter(key) { report(parameter: key) }
      digest.path = map.member(hash)
      // Null is no absent value here: Google's JSON parsers refuse it in a map.
      if reader.line[reader.offset] == UInt8(ascii: "{") {
        try readMessage(message)
      } else {
        try skipWrongType(try reader.kind(), where: .schema, for: .key(key))
      }
    }
    try reader.closeObject(scope)
    digest.path = map
    if isFirst { digest.addEmpty() }
    openSchemas.entries -= 1
  }

  /// Reports the name of a parameter; whoever writes one so often writes others so too.
  @inline(never)
  private mutating func report(parameter name: StringToken) {
    hasInvalidParameter = true
    findings.report(.invalidParameterName(name), at: name)
  }

  /// Reports a schema's type that is not written as most are.
  @inline(never)
  mutating func reportSchemaType(_ type: StringToken) {
    let names = Enumeration.schemaType.names
    let text = String(decoding: reader.line.unescaped(type), as: UTF8.self)
    if names.contains(text) || reader.line.isInteger(type) { return }
    guard names.contains(text.uppercased()) else {
      return findings.report(.unknownName(type, of: "type", among: .schemaType), at: type)
    }
    // Whoever writes one in small letters writes all of them so.
    if !hasTypeInSmallLetters || reportsEveryType { findings.report(.typeInSmallLetters(type), at: type) }
    hasTypeInSmallLetters = true
  }

  /// Reads a number; Google's JSON parsers read one in quotes too, and blanks around it.
  mutating func readNumber(_ field: Int) throws(JSONFault) {
    let kind = try reader.kind()
    let start = reader.offset
    switch kind {
    case .number:
      try reader.number()
      digest.add(leafAt: start, in: reader.line)
    case .string:
      let value = try reader.string()
      digest.add(value, in: reader.line)
      if !value.traits.contains(.hasEscape), !reader.line.isNumber(value) {
        findings.report(
          .wrongType(.field(field), expected: .kind(.number), found: .string, style), at: value)
      }
    default: try skipWrongType(kind, where: .kind(.number), for: .field(field))
    }
  }

  /// Reads a number of 64 bits; Google's JSON parsers read one in quotes too, and `3.0` and `3e0` as 3.
  mutating func readInteger(_ field: Int) throws(JSONFault) {
    let start = reader.offset
    let kind = try reader.kind()
    switch kind {
    case .number: try reader.number()
    case .string:
      if try reader.string().traits.contains(.hasEscape) {
        return digest.add(leafAt: start, in: reader.line)
      }
    default: return try skipWrongType(kind, where: .integer, for: .field(field))
    }
    digest.add(leafAt: start, in: reader.line)
    let quote = kind == .string ? 1 : 0
    if !reader.line.isInteger(in: start + quote..<reader.offset - quote) {
      findings.report(
        .wrongType(.field(field), expected: .integer, found: kind, style), at: start,
        length: reader.offset - start)
    }
  }

  /// Reads a time in seconds: `"5s"`, `"-2.5s"`.
  mutating func readDuration(_ field: Int) throws(JSONFault) {
    let kind = try reader.kind()
    guard kind == .string else { return try skipWrongType(kind, where: .duration, for: .field(field)) }
    let value = try reader.string()
    digest.add(value, in: reader.line)
    if !value.traits.contains(.hasEscape), !reader.line.isDuration(value) {
      findings.report(.wrongType(.field(field), expected: .duration, found: .string, style), at: value)
    }
  }
}

extension LineBytes {
  /// Whether a string is a number, `NaN` or an infinity.
  fileprivate func isNumber(_ string: StringToken) -> Bool {
    Double(String(decoding: bytes(in: string.start..<string.end).filter { $0 != 0x20 }, as: UTF8.self)) != nil
  }

  /// Whether there are one to nine digits and nothing else, as nearly all such numbers are written.
  private func areFewDigits(in range: Range<Int>) -> Bool {
    guard 1...9 ~= range.count else { return false }
    for offset in range where self[offset] &- 0x30 >= 10 { return false }
    return true
  }

  /// Whether a number, as it is written, can be that of a name: one of 32 bits.
  func isNumberOfName(in range: Range<Int>) -> Bool {
    if areFewDigits(in: range) { return true }
    return Double(String(decoding: bytes(in: range), as: UTF8.self)).map { abs($0) < 0x1p31 } ?? false
  }

  /// Whether a number, as it is written, is an integer of 64 bits.
  fileprivate func isInteger(in range: Range<Int>) -> Bool {
    if areFewDigits(in: range) { return true }
    let text = String(decoding: bytes(in: range), as: UTF8.self)
    return Int64(text) != nil || Double(text).map { Int64(exactly: $0) != nil } ?? false
  }

  /// Whether a string is a duration as Google's JSON parsers read it: whole seconds, at most ten thousand years of them,
  /// perhaps with a fraction, and an `s`.
  fileprivate func isDuration(_ string: StringToken) -> Bool {
    var offset = string.start
    if self[offset] == UInt8(ascii: "-") || self[offset] == UInt8(ascii: "+") { offset += 1 }
    let first = offset
    var seconds = 0
    while self[offset] &- 0x30 < 10, offset - first <= 12 {
      seconds = 10 * seconds + Int(self[offset] - 0x30)
      offset += 1
    }
    guard offset > first, seconds <= 315_576_000_000 else { return false }
    if self[offset] == UInt8(ascii: ".") {
      offset += 1
      while self[offset] &- 0x30 < 10 { offset += 1 }
    }
    return self[offset] == UInt8(ascii: "s") && offset + 1 == string.end
  }
}

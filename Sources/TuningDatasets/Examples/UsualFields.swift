import JSONLines

/// The fields and values that nearly all turns have, as they are usually spelled. The decoder looks for them before it asks
/// the table of all fields. Their order and white space do not matter.
///
///     {"role": "user", "parts": [{"text": "Hello"}]}
struct UsualFields {
  /// A field, and its place in the table.
  struct Usual {
    let pattern: ShortPattern
    let index: Int
    let bit: UInt64

    init(_ name: String, of message: MessageType, _ fields: FieldTable) {
      pattern = ShortPattern(name)
      index = fields.index(of: name, in: message)
      bit = fields.bits(of: index).own
    }
  }

  /// A field whose values are strings, objects or arrays.
  struct UsualValue {
    let pattern: KeyPattern
    let index: Int
    let bit: UInt64
    let otherBit: UInt64
    let digestKey: UInt64

    init(_ name: String, of message: MessageType, _ fields: FieldTable) {
      pattern = KeyPattern(name)
      index = fields.index(of: name, in: message)
      (bit, otherBit) = fields.bits(of: index)
      digestKey = fields.digestKey(of: index)
    }
  }

  /// A field of a part that is an object.
  struct UsualData {
    let pattern: KeyPattern
    let index: Int

    init(_ name: String, _ fields: FieldTable) {
      pattern = KeyPattern(name)
      index = fields.index(of: name, in: .part)
    }
  }

  let contents: UsualValue
  let role: Usual
  let parts: Usual
  let text: Usual
  let user = ShortPattern("user")
  let model = ShortPattern("model")
  let nameOfCall: UsualValue
  let arguments: UsualValue
  let nameOfResponse: UsualValue
  let response: UsualValue
  let nameOfDeclaration: UsualValue
  let descriptionOfDeclaration: UsualValue
  let typeOfSchema: UsualValue
  let descriptionOfSchema: UsualValue
  let fileData: UsualData
  let functionCall: UsualData
  let functionResponse: UsualData
  let mimeTypeOfFile: UsualValue
  let uriOfFile: UsualValue

  init(_ fields: FieldTable) {
    contents = UsualValue("contents", of: .example, fields)
    role = Usual("role", of: .turn, fields)
    parts = Usual("parts", of: .turn, fields)
    text = Usual("text", of: .part, fields)
    nameOfCall = UsualValue("name", of: .functionCall, fields)
    arguments = UsualValue("args", of: .functionCall, fields)
    nameOfResponse = UsualValue("name", of: .functionResponse, fields)
    response = UsualValue("response", of: .functionResponse, fields)
    nameOfDeclaration = UsualValue("name", of: .functionDeclaration, fields)
    descriptionOfDeclaration = UsualValue("description", of: .functionDeclaration, fields)
    typeOfSchema = UsualValue("type", of: .schema, fields)
    descriptionOfSchema = UsualValue("description", of: .schema, fields)
    fileData = UsualData("fileData", fields)
    functionCall = UsualData("functionCall", fields)
    functionResponse = UsualData("functionResponse", fields)
    mimeTypeOfFile = UsualValue("mimeType", of: .fileData, fields)
    uriOfFile = UsualValue("fileUri", of: .fileData, fields)
  }
}

extension ExampleDecoder {
  /// Passes the key that comes next if it is a usual one that the object has not had; else nothing is done.
  @inline(__always)
  mutating func pass(_ usual: UsualFields.Usual, in object: inout OpenObject) throws(JSONFault) -> Bool {
    guard object.seen & usual.bit == 0, try reader.passKey(usual.pattern) else { return false }
    object.note(usual.index, usual.bit)
    return true
  }

  /// Passes the key that comes next if it is a usual one that the object has not had, and its value begins with a byte; else
  /// nothing is done.
  @inline(__always)
  mutating func pass(
    _ usual: UsualFields.UsualValue, before first: UInt8, in object: inout OpenObject
  ) throws(JSONFault) -> Bool {
    let start = reader.offset
    guard object.seen & (usual.bit | usual.otherBit) == 0, try reader.passKey(usual.pattern) else {
      return false
    }
    guard reader.line[reader.offset] == first else {
      reader.move(to: start)
      return false
    }
    object.note(usual.index, usual.bit)
    object.key = StringToken(start: start &+ 1, end: start &+ 1 &+ usual.pattern.length, traits: [])
    if usual.otherBit != 0, firstCamelCase == nil { firstCamelCase = object.key }
    return true
  }

  /// Reads a string if it comes next, with its usual key; else nothing is done.
  @inline(__always)
  mutating func readString(
    _ usual: UsualFields.UsualValue, in object: inout OpenObject
  ) throws(JSONFault) -> StringToken? {
    guard try pass(usual, before: UInt8(ascii: "\""), in: &object) else { return nil }
    return try readString(ofKey: usual.digestKey)
  }

  /// Reads the string that comes next, given what its key is in a digest.
  @inline(never)
  private mutating func readString(ofKey digestKey: UInt64) throws(JSONFault) -> StringToken {
    let string = try reader.string()
    digest.add(string, ofKey: digestKey, in: reader.line)
    return string
  }

  /// Reads an object of any content if it comes next, with its usual key, and returns its place; else nothing is done.
  @inline(__always)
  mutating func readObject(
    _ usual: UsualFields.UsualValue, in object: inout OpenObject
  ) throws(JSONFault) -> TrainingExample.Place? {
    guard try pass(usual, before: UInt8(ascii: "{"), in: &object) else { return nil }
    let start = reader.offset
    let path = digest.enter(usual.digestKey)
    defer { digest.path = path }
    try readFreeValue()
    return TrainingExample.Place(from: start, to: reader.offset)
  }
}

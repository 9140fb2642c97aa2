import JSONLines

extension ExampleDecoder {
  /// The state of an object that is being read.
  struct OpenObject {
    let message: MessageType
    var scope: KeyFilter.Scope
    var isFirst = true
    /// The spellings of known fields that were met, two bits a field.
    var seen: UInt64 = 0
    /// The index of the field that was given last, or of the message's beginning: see ``FieldOrder``.
    var last: Int
    /// The key of that field.
    var key = StringToken.none
    /// The fields with training content that unknown keys were probably meant for, a bit each: they are not missing too.
    private var meant: UInt64 = 0
    /// Whether its value is null, which is so only where that means that a required field is missing.
    var isNull = false

    /// Whether an unknown key was probably meant for a field with training content.
    var hasMeantField: Bool { meant != 0 }

    init(message: MessageType, scope: KeyFilter.Scope, last: Int) {
      self.message = message
      self.scope = scope
      self.last = last
    }

    /// Notes a field that was met, by its index and the bit of its spelling.
    @inline(__always)
    mutating func note(_ index: Int, _ bit: UInt64) {
      seen |= bit
      last = index
      isFirst = false
    }

    /// Whether an unknown key was probably meant for this field.
    func means(_ field: Field) -> Bool { meant >> UInt64(field.rawValue) & 1 == 1 }

    /// Notes the field that an unknown key was probably meant for.
    mutating func noteMeant(_ field: Field) { meant |= 1 << UInt64(field.rawValue) }
  }

  /// A field that is null, and so counts as absent.
  struct NullField {
    let key: StringToken
    /// Where the null is.
    let offset: Int
    /// Whether it is a field of a part, not of what a part contains.
    let isOfPart: Bool
  }

  /// A field that a tool does not have.
  struct UnknownField {
    let key: StringToken
    let isObject: Bool
    let losesContent: Bool
  }

  mutating func openObject(_ message: MessageType) throws(JSONFault) -> OpenObject {
    OpenObject(message: message, scope: try reader.openObject(), last: order.beginning(of: message))
  }

  /// The next known field, the reader moved to its value; nil at the object's end.
  ///
  /// Unknown fields, fields spelled twice and nulls are dealt with here: the caller does not see them.
  mutating func nextField(of object: inout OpenObject) throws(JSONFault) -> Int? {
    while try reader.moveToKey(isFirst: object.isFirst) {
      if let index = try readKey(of: &object) { return index }
    }
    try reader.closeObject(object.scope)
    return nil
  }

  /// Reads the key that comes next and moves to its value; nil where that has been dealt with: it belongs to an unknown
  /// field, to one spelled twice, or is null.
  mutating func readKey(of object: inout OpenObject) throws(JSONFault) -> Int? {
    var index = order.next(after: object.last)
    let pattern = fields.pattern(of: index)
    let start = reader.offset + 1
    if try reader.passKey(pattern) {
      object.key = StringToken(start: start, end: start + pattern.length, traits: [])
    } else if let found = try findField(in: &object) {
      index = found
    } else {
      return nil
    }
    object.isFirst = false
    object.last = index
    let (bit, otherBit) = fields.bits(of: index)
    if object.seen & (bit | otherBit) != 0 {
      if object.seen & bit != 0 { throw reader.line.duplicateKey(at: object.key.start) }
      object.seen |= bit
      noteStyle(index, object.key)
      try skipSecondSpelling(index, object.key)
      return nil
    }
    object.seen |= bit
    if otherBit != 0 { noteStyle(index, object.key) }
    object.isNull = reader.line[reader.offset] == UInt8(ascii: "n")
    if object.isNull, fields.isAbsentWhenNull(index) {
      try skipNull(of: object)
      return nil
    }
    return index
  }

  /// Reads a key that is not the one expected; nil for an unknown field, which is skipped.
  @inline(never)
  private mutating func findField(in object: inout OpenObject) throws(JSONFault) -> Int? {
    let other = order.other(after: object.last)
    let pattern = fields.pattern(of: other)
    let start = reader.offset + 1
    if try reader.passKey(pattern) {
      object.key = StringToken(start: start, end: start + pattern.length, traits: [])
      order.learn(other, after: object.last)
      return other
    }
    let key = try reader.key(isFirst: object.isFirst)
    object.isFirst = false
    guard let index = fields.find(key, of: object.message, in: reader.line) else {
      try skipUnknownField(key, of: &object)
      return nil
    }
    object.key = key
    order.learn(index, after: object.last)
    return index
  }

  private mutating func skipNull(of object: OpenObject) throws(JSONFault) {
    let null = NullField(key: object.key, offset: reader.offset, isOfPart: object.message == .part)
    if awaitsData { heldNulls.append(null) } else { report(null) }
    try reader.literal()
  }

  private mutating func report(_ null: NullField) {
    findings.report(.null(null.key), at: null.offset, length: 4)
  }

  /// Reports the nulls of a part that were held back.
  ///
  /// - Parameter hasData: whether the part has data. If not, its own nulls are that one mistake, and only those deeper in it
  ///   are reported.
  mutating func releaseNulls(hasData: Bool) {
    awaitsData = false
    if heldNulls.isEmpty { return }
    for index in heldNulls.indices where hasData || !heldNulls[index].isOfPart { report(heldNulls[index]) }
    heldNulls.removeAll(keepingCapacity: true)
  }

  private mutating func skipUnknownField(_ key: StringToken, of object: inout OpenObject) throws(JSONFault) {
    let hash = try reader.noteKey(key, in: &object.scope)
    // Null counts as absent: a table that was written out has all its columns in every line.
    if object.message == .example, reader.line[reader.offset] != UInt8(ascii: "n") {
      tellingKeys.note(key, in: reader.line)
    }
    let meant = mayCarryContent ? fields.contentField(meantBy: key, of: object.message, in: reader.line) : nil
    if let meant {
      let field = fields.field(of: meant)
      object.noteMeant(field)
      if field == .tools || field == .functionDeclarations { example.hasSpoiltDeclarations = true }
    }
    if object.message == .tool {
      // Whether it is a field too many or a tool of another format is known at the tool's end.
      let isObject = reader.line[reader.offset] == JSONKind.object.firstByte
      unknownToolFields.append(UnknownField(key: key, isObject: isObject, losesContent: meant != nil))
    } else {
      reportUnknown(key, of: object.message, losesContent: meant != nil)
    }
    // A field that no one knows is ignored at the top of a line; elsewhere it is in the place of something.
    if object.message == .example, meant == nil { return try reader.skipValue() }
    let path = digest.enter(hash)
    try skipValueWithDigest()
    digest.path = path
  }

  /// Reports a field that a message does not have.
  mutating func reportUnknown(_ key: StringToken, of message: MessageType, losesContent: Bool) {
    findings.report(
      .unknownField(
        key, of: message, losesContent: losesContent, areOfParameters: openSchemas.areOfParameters, style),
      at: key)
  }

  /// Whether the value that comes next is of a type that a field with training content can have, or could be meant to be
  /// one.
  private var mayCarryContent: Bool {
    let first = reader.line[reader.offset]
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private mutating func skipSecondSpelling(_ index: Int, _ key: StringToken) throws(JSONFault) {
    findings.report(.fieldSpelledTwice(fields.name(of: index)), at: key)
    let field = fields.field(of: index)
    if field == .tools || field == .functionDeclarations { example.hasSpoiltDeclarations = true }
    digest.noteValueLeftOut()
    try reader.skipValue()
  }

  /// Notes in which style a name with two styles is written.
  @inline(__always)
  private mutating func noteStyle(_ index: Int, _ key: StringToken) {
    if fields.isSnakeCase(index) {
      if firstSnakeCase == nil { firstSnakeCase = key }
    } else if firstCamelCase == nil {
      firstCamelCase = key
    }
  }
}

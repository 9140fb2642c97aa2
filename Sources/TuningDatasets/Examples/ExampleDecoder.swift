import JSONLines

/// Reads a line as a training example: it knows the schema, pulls from the reader, and notes what has not the right
/// shape on the way.
///
/// A fault of JSON is thrown and ends the line. A fault of shape is reported, and the rest is read as usual. What rules make
/// of either the decoder does not know.
struct ExampleDecoder: ~Copyable {
  /// What a line turned out to be.
  enum Verdict {
    case example
    /// A line in another format.
    case foreignFormat(LineFormat.Match)
    /// A line for another tuning method, and the telling key.
    case otherMethod(isPreference: Bool, key: StringToken)
  }

  var reader = JSONReader()
  /// The example that was read last, in its place among what rules look at.
  var context: ExampleContext
  /// What was found in it.
  var findings: LineFindings
  /// The media resolution of the example.
  var mediaResolution = MediaResolution.notGiven
  /// The example's first name in camelCase, of those that have two styles, and its first in snake_case.
  var firstCamelCase: StringToken?
  var firstSnakeCase: StringToken?
  let fields = FieldTable.shared
  var order = FieldOrder(FieldTable.shared)
  let usual = UsualFields(FieldTable.shared)
  /// What the example says, however it is written.
  var digest: ExampleDigest
  /// A text that was read before it was seen that its turn is not plain.
  var textAhead = StringToken.none
  /// The keys at the top of the line that tell of another tuning method.
  var tellingKeys = TellingKeys(OtherTuningMethod.fields.map(\.name))
  private var formats = LineFormatReader()
  /// The unknown fields of the tool that is being read.
  var unknownToolFields: ContiguousArray<UnknownField> = []
  /// Whether a tool of another format is noted.
  var hasForeignTool = false
  var openSchemas = OpenSchemas()
  let schemaTypes = SchemaTypes()
  /// Whether a type of a schema in the line is not in capitals.
  var hasTypeInSmallLetters = false
  /// Whether all such types are reported, not only the first.
  var reportsEveryType = false
  /// Whether a parameter of a function in the line has an invalid name.
  var hasInvalidParameter = false
  /// Whether a part is being read whose data have not come yet.
  var awaitsData = false
  /// The nulls in that part: whether they are findings is known when its data come, or it ends without any.
  var heldNulls: ContiguousArray<NullField> = []
  /// Whether the line before could be read, so that the next one probably can too.
  private var isHopeful = false
  /// Whether the line has contents that are not null.
  private var hasContents = false

  /// - Parameter wantsDigest: whether its digest is asked for.
  init(_ context: consuming ExampleContext, findings: LineFindings, wantsDigest: Bool = true) {
    digest = ExampleDigest(FieldTable.shared, isWanted: wantsDigest)
    self.context = context
    self.findings = findings
  }

  /// The example that was read last.
  var example: TrainingExample {
    @inline(__always) _read { yield context.example }
    @inline(__always) _modify { yield &context.example }
  }

  /// Reads a line.
  ///
  /// - Parameter isFollowed: whether `line` may be several; the first of them is read then, and the reader is at its
  ///   line feed.
  /// - Throws: the line's first fault, where it is not one JSON object in UTF-8. No findings of the line count then.
  mutating func decode(_ line: LineBytes, isFollowed: Bool = false) throws(JSONFault) -> Verdict {
    example.clear(lineLength: line.count)
    findings.begin(line)
    digest.clear()
    tellingKeys.clear()
    hasContents = false
    mediaResolution = .notGiven
    awaitsData = false
    openSchemas = OpenSchemas()
    hasTypeInSmallLetters = false
    hasInvalidParameter = false
    textAhead = .none
    if !heldNulls.isEmpty { heldNulls.removeAll(keepingCapacity: true) }
    if !unknownToolFields.isEmpty { unknownToolFields.removeAll(keepingCapacity: true) }
    hasForeignTool = false
    firstCamelCase = nil
    firstSnakeCase = nil
    do throws(JSONFault) {
      let verdict = try read(line, isFollowed: isFollowed)
      isHopeful = true
      return verdict
    } catch {
      isHopeful = false
      throw reader.first(error)
    }
  }

  /// Reads the next line of a buffer without looking for its end first; nil if it is not there, if the line before could not
  /// be read, or if this one cannot, and then it is as if nothing had been done.
  @inline(__always)
  mutating func decodeLineAhead(
    _ buffer: inout LineBuffer
  ) -> (verdict: Verdict, line: LineBytes, offset: Int)? {
    guard isHopeful, let ahead = buffer.linesAhead() else { return nil }
    let verdict: Verdict
    do throws(JSONFault) {
      verdict = try decode(ahead, isFollowed: true)
    } catch {
      return nil
    }
    guard let (line, offset) = buffer.passLine(count: reader.offset) else { return nil }
    return (verdict, line, offset)
  }

  private mutating func read(_ line: LineBytes, isFollowed: Bool) throws(JSONFault) -> Verdict {
    try reader.begin(line)
    let start = reader.offset
    if line[start] != UInt8(ascii: "{") { try readOther(line, from: start) }
    try readExample()
    if isFollowed { try reader.endBeforeLineFeed() } else { try reader.end() }
    return verdict
  }

  /// What the line is that was read; the reader stays where it is.
  private var verdict: Verdict {
    mutating get {
      if !hasContents {
        let end = reader.offset
        let match = formats.recognize(&reader)
        reader.move(to: end)
        if let match { return .foreignFormat(match) }
      }
      guard tellingKeys.hasAny else { return .example }
      for field in OtherTuningMethod.fields {
        if let key = tellingKeys[field.name] {
          return .otherMethod(isPreference: field.isPreference, key: key)
        }
      }
      return .example
    }
  }

  /// Reads a line that is another value than an object, which is its fault.
  @inline(never)
  private mutating func readOther(_ line: LineBytes, from start: Int) throws(JSONFault) {
    let kind = try reader.kind()
    try reader.skipValue()
    try reader.end()
    throw JSONFault.notAnObject(kind, from: start, to: line.textEnd)
  }

  // MARK: The example

  private mutating func readExample() throws(JSONFault) {
    example.offset = reader.offset
    var nullContents: Int?
    var object = try openObject(.example)
    while try reader.moveToKey(isFirst: object.isFirst) {
      if try pass(usual.contents, before: UInt8(ascii: "["), in: &object) {
        hasContents = true
        try readContents(usual.contents.index)
        continue
      }
      guard let field = try readKey(of: &object) else { continue }
      switch fields.field(of: field) {
      case .contents where object.isNull:
        nullContents = reader.offset
        try reader.literal()
      case .contents:
        hasContents = true
        try readContents(field)
      case .systemInstruction:
        let line = digest.enter(fields.digestKey(of: field))
        digest.mark()
        try readInstruction(field)
        digest.end(.systemInstruction)
        digest.path = line
      case .tools:
        let start = reader.offset
        let line = digest.enter(fields.digestKey(of: field))
        digest.mark()
        try readTools(field)
        digest.end(.tools)
        digest.path = line
        example.addText(reader.offset - start)
      case .generationConfig:
        let start = reader.offset
        try readGenerationConfig(field)
        example.addText(reader.offset - start)
      default:
        let start = reader.offset
        try readValue(of: field, key: object.key)
        example.addText(reader.offset - start)
      }
    }
    try reader.closeObject(object.scope)
    if let nullContents {
      findings.report(.missingContents, at: nullContents, length: 4)
    } else if !hasContents, !object.means(.contents) {
      findings.report(.missingContents, at: example.offset)
    }
  }

  private mutating func readContents(_ field: Int) throws(JSONFault) {
    let start = reader.offset
    let line = digest.enter(fields.digestKey(of: field))
    defer { digest.path = line }
    guard try expect(.array, for: .field(field)) else { return }
    example.contentsOffset = start
    try reader.openArray()
    var index = 0
    while try reader.nextElement(isFirst: index == 0) {
      try readTurn(index, of: field)
      index += 1
    }
    if index == 0 {
      findings.report(.emptyContents, at: start, length: reader.offset - start)
      example.contentsOffset = nil
    }
  }

  private mutating func readInstruction(_ field: Int) throws(JSONFault) {
    guard try expect(.object, for: .field(field)) else { return }
    let turn = try readTurn()
    if !turn.hasSpoiltParts { example.instructionParts = turn.firstPart..<turn.endOfParts }
  }
}

import JSONLines

/// One training example, flat and reused from line to line: places in the line, no copies of it.
///
///     {"contents":[{"role":"user","parts":[{"text":"Hi"}]}, …]}
///                  ^ turns[0]             ^ parts[0], a text from T to T+2
struct TrainingExample: ~Copyable {
  /// Who speaks in a turn.
  enum Role: UInt8 {
    /// No role, or null.
    case absent
    case user
    case model
    /// Not one of Gemini's, but a finding of its own.
    case system
    /// Other vendors' role for what a function returned.
    case function
    /// Any other string.
    case unknown
    /// Not a string, which is a fault of shape.
    case spoilt
  }

  /// A turn of the conversation.
  struct Turn {
    var role = Role.absent
    /// Whether its parts could not be read, which is a fault of shape.
    var hasSpoiltParts = false
    /// Who speaks; nil if that cannot be told, because the role is not one of Gemini's. Set when it is added.
    fileprivate(set) var speaker: Speaker?
    private let start: Int32
    private var roleRange: (start: Int32, end: Int32) = (0, 0)
    private var parts: (first: Int32, end: Int32)

    @inline(__always)
    init(offset: Int, firstPart: Int) {
      start = Int32(inLine: offset)
      parts = (Int32(inLine: firstPart), Int32(inLine: firstPart))
    }

    /// A turn that is not an object.
    static func spoilt(at offset: Int, firstPart: Int) -> Turn {
      var turn = Turn(offset: offset, firstPart: firstPart)
      turn.role = .spoilt
      turn.hasSpoiltParts = true
      return turn
    }

    /// Sets a role that is written without escapes, and ends before an offset.
    @inline(__always)
    mutating func set(_ role: Role, behind end: Int) {
      self.role = role
      let length = role == .user ? 4 : 5
      roleToken = StringToken(start: end &- 1 &- length, end: end &- 1, traits: [])
    }

    /// Whether nothing is known of it, so that no rule tells several such turns in a row from one.
    var isUnknown: Bool { hasSpoiltParts && (role == .spoilt || role == .absent) && firstPart == endOfParts }

    /// Where the turn's object begins.
    var offset: Int { Int(start) }
    /// The role as it is written.
    var roleToken: StringToken {
      get { StringToken(start: Int(roleRange.start), end: Int(roleRange.end), traits: .hasEscape) }
      set { roleRange = (Int32(inLine: newValue.start), Int32(inLine: newValue.end)) }
    }
    /// The index of its first part.
    var firstPart: Int { Int(parts.first) }
    /// The index after that of its last part.
    var endOfParts: Int {
      get { Int(parts.end) }
      set { parts.end = Int32(inLine: newValue) }
    }
  }

  /// Where the line's object begins.
  var offset = 0
  /// Where the value of `contents` begins; nil if it could not be read as turns, which is a fault of shape.
  var contentsOffset: Int?
  /// Whether it contains images, audio, video or documents.
  var isMultimodal = false
  /// Whether a turn of the model contains some of them.
  private(set) var hasMediaOfModel = false
  /// Whether a part has `videoMetadata`.
  private(set) var hasVideoMetadata = false
  /// The index of the last part that is one of them.
  private var lastMediaPart = -1
  /// The bytes that become tokens: texts, function calls, their responses, and what else the example declares.
  private(set) var textBytes = 0
  /// The turns. Several unknown ones in a row count as one.
  private(set) var turns = ReusedArray<Turn>()
  /// The parts, those of the system instruction first or last, in the order of the line; of several in a row that could not
  /// be read, the first.
  private(set) var parts = ReusedArray<Part>()
  /// The images, audio, video and documents, in the order of the line. Of several unknown ones in a row, the
  /// first.
  private(set) var media = ReusedArray<Media>()
  /// The function calls, in the order of the line.
  private(set) var functionCalls = ReusedArray<FunctionCall>()
  /// The function responses, in the order of the line.
  private(set) var functionResponses = ReusedArray<FunctionResponse>()
  /// The declared functions, in the order of the line. Of several unknown ones in a row, the first.
  private(set) var functionDeclarations = ReusedArray<FunctionDeclaration>()
  /// Whether some of the tools or declarations could not be read, so that others may be declared than are known.
  var hasSpoiltDeclarations = false
  /// How many turns the line has.
  private(set) var turnsInLine = 0
  /// How many of the first turns come by turns, the user's first, with what such turns have: see ``isInOrder(_:)``.
  private(set) var orderedTurns = 0
  /// Whether a turn is not just one text.
  private(set) var hasOtherTurns = false
  /// A bit for each role that a turn has.
  private(set) var roles: UInt8 = 0
  /// The parts of the system instruction, as indices.
  var instructionParts = 0..<0
  /// `0,{"text":""},` are two parts that are kept, `0,{"role":"a"},` two turns, and `{},{"name":0}` two declarations: no
  /// shorter ones are.
  private static let fewestBytes = 6
  /// `{"fileData":{}}` is the shortest part that contains media or a function.
  private static let fewestBytesOfPart = 15
  /// The most bytes that the line can have.
  private var lineLength = 0

  /// Begins another line, of at most so many bytes.
  mutating func clear(lineLength: Int) {
    self.lineLength = lineLength
    turns.clear()
    parts.clear()
    media.clear()
    functionCalls.clear()
    functionResponses.clear()
    functionDeclarations.clear()
    hasSpoiltDeclarations = false
    offset = 0
    contentsOffset = nil
    isMultimodal = false
    (hasMediaOfModel, hasVideoMetadata, lastMediaPart) = (false, false, -1)
    textBytes = 0
    (turnsInLine, orderedTurns, roles, hasOtherTurns) = (0, 0, 0, false)
    instructionParts = 0..<0
  }

  /// Adds a turn, whose parts have been added.
  mutating func append(_ turn: Turn) {
    var turn = turn
    turn.speaker = Self.speaker(of: turn, parts)
    if orderedTurns == turnsInLine, isInOrder(turn) { orderedTurns += 1 }
    hasOtherTurns = true
    if turn.role == .model, lastMediaPart >= turn.firstPart { hasMediaOfModel = true }
    turnsInLine += 1
    roles |= 1 << turn.role.rawValue
    if turn.isUnknown, let last = turns.last, last.isUnknown { return }
    turns.append(turn, ofAtMost: lineLength / Self.fewestBytes)
  }

  /// Adds a turn of one text.
  ///
  /// - Parameter partOffset: where the object of the text begins.
  @inline(__always)
  mutating func append(_ turn: Turn, of text: StringToken, partOffset: Int) {
    var turn = turn
    let isInTurn = turn.role == (turnsInLine & 1 == 0 ? .user : .model) && text.start < text.end
    if isInTurn, orderedTurns == turnsInLine { orderedTurns += 1 }
    turnsInLine += 1
    roles |= 1 << turn.role.rawValue
    textBytes += text.end - text.start
    parts.append(
      Part(kind: .text, offset: partOffset, start: text.start, end: text.end, traits: text.traits),
      ofAtMost: lineLength / Self.fewestBytes)
    turn.endOfParts = parts.count
    turn.speaker = turn.role == .model ? .model : .user
    turns.append(turn, ofAtMost: lineLength / Self.fewestBytes)
  }

  /// Adds a part.
  ///
  /// - Parameter first: the index of the first part of its turn.
  @inline(__always)
  mutating func append(_ part: Part, ofTurnFrom first: Int) {
    if part.kind == .fileData || part.kind == .inlineData {
      lastMediaPart = parts.count
    } else {
      // The data of media are places and types.
      textBytes += part.end - part.start
    }
    if part.isUnknown, parts.count > first, parts[parts.count - 1].kind == .spoilt { return }
    parts.append(part, ofAtMost: lineLength / Self.fewestBytes)
  }

  /// Adds an image, a piece of audio, a video or a document.
  mutating func append(_ media: Media) {
    // That it lacks something is reported where it is read.
    if media.isEmpty, let last = self.media.last, last.isEmpty { return }
    self.media.append(media, ofAtMost: lineLength / Self.fewestBytesOfPart)
  }

  /// Notes what the part that was read last says about its image, audio, video or document.
  mutating func setSideFields(videoMetadata: Place, mediaResolution: Place, ofPart part: Int) {
    guard let last = media.last, last.part == part else { return }
    hasVideoMetadata = hasVideoMetadata || !videoMetadata.isAbsent
    media[media.count - 1].videoMetadata = videoMetadata
    media[media.count - 1].mediaResolution = mediaResolution
  }

  /// Adds a function call.
  mutating func append(_ call: FunctionCall) {
    functionCalls.append(call, ofAtMost: lineLength / Self.fewestBytesOfPart)
  }

  /// Adds a function response.
  mutating func append(_ response: FunctionResponse) {
    functionResponses.append(response, ofAtMost: lineLength / Self.fewestBytesOfPart)
  }

  /// Adds a declared function.
  mutating func append(_ declaration: FunctionDeclaration) {
    // That it lacks something is reported where it is read.
    if declaration.isEmpty, let last = functionDeclarations.last, last.isEmpty { return }
    functionDeclarations.append(declaration, ofAtMost: lineLength / Self.fewestBytes)
  }

  /// Counts a value that becomes tokens and is not a part, such as the tools.
  mutating func addText(_ bytes: Int) { textBytes += bytes }
}

import JSONLines

/// The bytes around the text of a turn that contains one text and nothing else, as they were read before.
///
///     {"role": "user", "parts": [{"text": "Hello"}]}
///     └─────────── opening ───────────────┘     └ closing
///
/// A file is written by one program, so nearly all of its turns look alike. Bytes that have been read from the same place
/// of the grammar, and gave nothing to report, mean the same again: they are compared, not read.
struct TurnFrame {
  let role: TrainingExample.Role
  /// Up to the text's opening quote.
  let opening: ByteFrame
  /// From the text's closing quote on.
  let closing: ByteFrame
  /// Where the role's content and the part's object begin, from the turn's beginning on.
  private let places: (role: Int, part: Int)
  private let roleLength: Int

  /// The frame of a turn that was read without a finding; nil if it is not of the kind, or its frame too long.
  init?(of turn: TrainingExample.Turn, _ part: TrainingExample.Part, endsAt end: Int, in line: LineBytes) {
    guard turn.role == .user || turn.role == .model, part.kind == .text else { return nil }
    let opening = line.bytes(in: turn.offset..<part.start)
    let closing = line.bytes(in: part.end..<end)
    guard opening.count <= ByteFrame.maximumCount, closing.count <= ByteFrame.maximumCount,
      turn.roleToken.end < part.start,
      // With the quotes of three keys, a role and the text's first there are no other fields.
      opening.count(where: { $0 == UInt8(ascii: "\"") }) == 9, !opening.contains(UInt8(ascii: "\\")),
      closing.count(where: { $0 == UInt8(ascii: "\"") }) == 1
    else { return nil }
    role = turn.role
    self.opening = ByteFrame(opening)
    self.closing = ByteFrame(closing)
    places = (turn.roleToken.start - turn.offset, part.offset - turn.offset)
    roleLength = turn.roleToken.count
  }

  /// A turn at an offset that has this frame, whose part has this index.
  func turn(at offset: Int, partIndex: Int) -> TrainingExample.Turn {
    var turn = TrainingExample.Turn(offset: offset, firstPart: partIndex)
    let roleStart = offset + places.role
    turn.roleToken = StringToken(start: roleStart, end: roleStart + roleLength, traits: [])
    turn.role = role
    turn.endOfParts = partIndex + 1
    return turn
  }

  /// The part of such a turn.
  func part(ofTurnAt offset: Int, _ text: StringToken) -> TrainingExample.Part {
    TrainingExample.Part(
      kind: .text, offset: offset + places.part, start: text.start, end: text.end, traits: text.traits)
  }
}

/// The frames that the last turns of the user and of the model had. They are used in place: a copy of one would
/// cost more than the comparison.
struct TurnFrames {
  private var frames: ContiguousArray<TurnFrame> = []

  /// How many frames are known.
  var count: Int { frames.count }

  /// The index of the frame whose opening is at an offset; nil if none does.
  @inline(__always)
  func index(at offset: Int, in line: LineBytes) -> Int? {
    for index in frames.indices where line.has(frames[index].opening, at: offset) { return index }
    return nil
  }

  /// The frames, by index.
  subscript(index: Int) -> TurnFrame { @inline(__always) _read { yield frames[index] } }

  /// Remembers the frame of a turn that was read without a finding.
  mutating func learn(_ frame: TurnFrame) {
    frames.removeAll { $0.role == frame.role }
    frames.append(frame)
  }
}

extension ExampleDecoder {
  /// Adds the turn that comes next if it has a frame that is known; else nothing is read.
  mutating func readFramedTurn() throws(JSONFault) -> Bool {
    let start = reader.offset
    guard let index = frames.index(at: start, in: reader.line) else { return false }
    reader.move(to: start + frames[index].opening.count - 1)
    let text = try reader.longString()
    guard reader.line.has(frames[index].closing, at: text.end) else {
      reader.move(to: start)
      return false
    }
    reader.move(to: text.end + frames[index].closing.count)
    example.append(frames[index].part(ofTurnAt: start, text), ofTurnFrom: example.parts.count)
    example.append(frames[index].turn(at: start, partIndex: example.parts.count - 1))
    return true
  }

  /// Remembers the frame of a turn that has just been read, if it has one, so that the next ones like it take less time.
  mutating func learnFrame(of turn: TrainingExample.Turn) {
    guard turn.endOfParts == turn.firstPart + 1 else { return }
    let part = example.parts[turn.firstPart]
    if let frame = TurnFrame(of: turn, part, endsAt: reader.offset, in: reader.line) { frames.learn(frame) }
  }
}

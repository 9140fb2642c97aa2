import JSONLines

/// Tells the shapes of places in an example, mostly by what was noted when it was read.
struct ExampleShapes {
  private var shapes = LineShapes()
  /// Whether a shape of the line was looked for.
  private var isWalking = false
  /// The turn and the part around the place that was asked for last.
  private var turn = 0
  private var part = 0

  private static let turnStretch = LineShapes.Stretch.line.elements(of: "contents")
  private static let partStretch = turnStretch.elements(of: "parts")
  private static let role = turnStretch.member("role")
  private static let text = partStretch.member("text")

  /// Begins with another line.
  mutating func begin() { (turn, part, isWalking) = (0, 0, false) }

  /// The shape of a place, up to which the example has been read.
  // The example is not changed: one that is lent is copied first.
  mutating func shape(to offset: Int, in line: LineBytes, _ example: inout TrainingExample) -> UInt64 {
    let turns = example.turns.count
    guard turns > 0, example.turns[0].offset <= offset else {
      return walk(line, to: offset, from: 0, in: .line)
    }
    if example.turns[turn].offset > offset { turn = 0 }
    while turn + 1 < turns, example.turns[turn + 1].offset <= offset { turn += 1 }
    let start = example.turns[turn].offset
    if offset == start { return Self.turnStretch.shape }
    if offset == example.turns[turn].roleToken.start - 1 { return Self.role }
    let (first, end) = (example.turns[turn].firstPart, example.turns[turn].endOfParts)
    guard first < end, example.parts[first].offset <= offset else {
      return walk(line, to: offset, from: start, in: Self.turnStretch)
    }
    if part < first || part >= end || example.parts[part].offset > offset { part = first }
    while part + 1 < end, example.parts[part + 1].offset <= offset { part += 1 }
    let partStart = example.parts[part].offset
    if offset == partStart { return Self.partStretch.shape }
    if example.parts[part].kind == .text, example.parts[part].start - 1 <= offset,
      offset <= example.parts[part].end
    {
      return Self.text
    }
    return walk(line, to: offset, from: partStart, in: Self.partStretch)
  }

  @inline(never)
  private mutating func walk(
    _ line: LineBytes, to offset: Int, from start: Int, in stretch: LineShapes.Stretch
  ) -> UInt64 {
    if !isWalking { shapes.begin(line) }
    isWalking = true
    return shapes.shape(to: offset, from: start, in: stretch)
  }
}

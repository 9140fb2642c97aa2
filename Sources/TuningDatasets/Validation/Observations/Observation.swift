import Diagnostics

/// Something that more than one line tells of a file: blank lines, line ends, the style of names, formats, totals.
///
/// Wherever a file is cut into parts, and in whatever bracketing the parts are appended to each other, an observation
/// comes to the same. It holds no settings; those come with each call.
protocol Observation: Sendable, Codable {
  init()

  /// Begins a part somewhere behind another: what that one knows already does not have to be found again.
  mutating func begin(behind earlier: Self)

  /// Appends what was observed in the part that follows, behind so many lines.
  mutating func append(_ next: Self, behind lines: Int, _ settings: FindingSettings)

  /// Reports what only the whole file tells.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger)
}

extension Observation {
  mutating func begin(behind earlier: Self) { self = Self() }

  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {}
}

/// What observations are told of a file that was read.
struct ConcludedLines {
  /// How many lines it has.
  let count: Int
  /// Whether all of its lines were examined.
  let isComplete: Bool
  /// How it ends.
  let end: PartEnd
}

/// All observations of a part. One that is added here is begun, appended, concluded and written with the others.
struct Observations: Sendable, Codable {
  var totals = ExampleTotals()
  var blankLines = BlankLines()
  var carriageReturns = FirstCarriageReturn()
  var nameStyles = NameStyles()
  var foreignLines = ForeignLines()
  var fileEnd = FileEnd()

  /// Calls a visitor with each observation, and that of another part beside it.
  private mutating func visit(beside other: Observations, _ visitor: inout some ObservationVisitor) {
    visitor.visit(&totals, other.totals)
    visitor.visit(&blankLines, other.blankLines)
    visitor.visit(&carriageReturns, other.carriageReturns)
    visitor.visit(&nameStyles, other.nameStyles)
    visitor.visit(&foreignLines, other.foreignLines)
    visitor.visit(&fileEnd, other.fileEnd)
  }
}

private protocol ObservationVisitor {
  mutating func visit<Observed: Observation>(_ observation: inout Observed, _ other: Observed)
}

extension Observations {
  /// Begins a part somewhere behind another.
  mutating func begin(behind earlier: Observations) {
    var visitor = Beginning()
    visit(beside: earlier, &visitor)
  }

  /// Appends the observations of the part that follows, behind so many lines.
  mutating func append(_ next: Observations, behind lines: Int, _ settings: FindingSettings) {
    var visitor = Appending(lines: lines, settings: settings)
    visit(beside: next, &visitor)
  }

  /// Reports what only the whole file tells.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    var visitor = Concluding(file: file, ledger: ledger)
    var observations = self
    observations.visit(beside: self, &visitor)
    ledger = visitor.ledger
  }

  private struct Beginning: ObservationVisitor {
    mutating func visit<Observed: Observation>(_ observation: inout Observed, _ other: Observed) {
      observation.begin(behind: other)
    }
  }

  private struct Appending: ObservationVisitor {
    let lines: Int
    let settings: FindingSettings

    mutating func visit<Observed: Observation>(_ observation: inout Observed, _ other: Observed) {
      observation.append(other, behind: lines, settings)
    }
  }

  private struct Concluding: ObservationVisitor {
    let file: ConcludedLines
    var ledger: FindingLedger

    mutating func visit<Observed: Observation>(_ observation: inout Observed, _ other: Observed) {
      observation.conclude(file, to: &ledger)
    }
  }
}

import Diagnostics

/// Something that more than one line tells of a file: blank lines, line ends, the style of names, formats, totals.
///
/// Wherever a file is cut into parts, and in any grouping in which the parts are appended to each other, an observation
/// comes to the same. It contains no settings; those come with each call.
protocol Observation: Sendable, Codable {
  init()

  /// Begins a part somewhere after another: what that one knows already does not have to be found again.
  mutating func begin(behind earlier: Self)

  /// Appends what was observed in the part that follows, after so many lines.
  mutating func append(_ next: Self, behind lines: Int, _ settings: RuleSettings)

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
  var mediaResolutions = MediaResolutions()
  var foreignLines = ForeignLines()
  var functionParts = FirstFunctionPart()
  var fileEnd = FileEnd()
  var compared = ComparedExamples()
  var instructions = Instructions()
  var tools = Instructions()
  var kinds = ExampleKinds()
  var distributions = ExampleDistributions()

  /// Takes a step with each observation, and that of another part beside it.
  private mutating func take(_ step: inout Step, beside other: Observations) {
    step.take(with: &totals, beside: other.totals)
    step.take(with: &blankLines, beside: other.blankLines)
    step.take(with: &carriageReturns, beside: other.carriageReturns)
    step.take(with: &nameStyles, beside: other.nameStyles)
    step.take(with: &mediaResolutions, beside: other.mediaResolutions)
    step.take(with: &foreignLines, beside: other.foreignLines)
    step.take(with: &functionParts, beside: other.functionParts)
    step.take(with: &fileEnd, beside: other.fileEnd)
    step.take(with: &compared, beside: other.compared)
    step.take(with: &instructions, beside: other.instructions)
    step.take(with: &tools, beside: other.tools)
    step.take(with: &kinds, beside: other.kinds)
    step.take(with: &distributions, beside: other.distributions)
  }

  /// What is done with each observation.
  private enum Step {
    case begin
    case append(behind: Int, RuleSettings)
    case conclude(ConcludedLines, FindingLedger)

    mutating func take<Observed: Observation>(with observation: inout Observed, beside other: Observed) {
      switch self {
      case .begin: observation.begin(behind: other)
      case .append(let lines, let settings): observation.append(other, behind: lines, settings)
      case .conclude(let file, var ledger):
        observation.conclude(file, to: &ledger)
        self = .conclude(file, ledger)
      }
    }
  }

  /// Begins a part somewhere after another.
  mutating func begin(behind earlier: Observations) {
    var step = Step.begin
    take(&step, beside: earlier)
  }

  /// Appends the observations of the part that follows, after so many lines.
  mutating func append(_ next: Observations, behind lines: Int, _ settings: RuleSettings) {
    var step = Step.append(behind: lines, settings)
    take(&step, beside: next)
  }

  /// Reports what only the whole file tells.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    var step = Step.conclude(file, ledger)
    var observations = self
    observations.take(&step, beside: self)
    if case .conclude(_, let concluded) = step { ledger = concluded }
  }
}

import ByteStreams
import Diagnostics
import JSONLines

/// What was found in consecutive lines of a file, to which what was found in the lines that follow can be added.
///
/// Wherever a file is cut into such parts, they come to the same. Lines are counted from the part's first; bytes are
/// offsets in the file.
struct ExaminedLines: Sendable {
  /// The findings that are certain.
  var ledger: FindingLedger
  /// What the lines come to; the bytes are those up to where the file was read.
  var totals = DatasetTotals()
  /// The turns of the examples that could be read.
  var turns = 0
  /// The examples whose line could not be read.
  var examplesNotExamined = 0
  /// How many lines there are.
  var count = 0

  /// The blank lines at the part's end.
  var blankLines = BlankLines()
  var foreignLines = ForeignLines()
  var firstCarriageReturn = FirstPlace()
  /// The first names in either style, of those that have two.
  var firstCamelCase = FirstPlace()
  var firstSnakeCase = FirstPlace()

  /// Whether the file as a whole is no dataset, so that nothing more of it is read.
  var isNoDataset = false
  /// Whether the file ends with these lines.
  var isAtEnd = false
  /// Where the data end, if the last line has no line feed.
  var endOfUnfinishedLine: Location?
  /// What is wrong with the gzip data that end there.
  var fault: GzipFault?
  /// Why the file could not be read on from there.
  var failure: ByteStreamError?

  init(selection: RuleSelection, maximumFindings: Int) {
    ledger = FindingLedger(selection: selection, maximumKept: maximumFindings)
  }

  /// Whether nothing that follows counts.
  var isOver: Bool { isNoDataset || isAtEnd || failure != nil }

  /// Begins a part somewhere behind another: what that one knows already need not be found again.
  mutating func begin(behind earlier: ExaminedLines) {
    ledger.begin(behind: earlier.ledger)
    firstCarriageReturn.begin(behind: earlier.firstCarriageReturn)
    firstCamelCase.begin(behind: earlier.firstCamelCase)
    firstSnakeCase.begin(behind: earlier.firstSnakeCase)
    totals = DatasetTotals()
    (turns, examplesNotExamined, count) = (0, 0, 0)
    (blankLines, foreignLines) = (BlankLines(), ForeignLines())
    (isNoDataset, isAtEnd, endOfUnfinishedLine, fault, failure) = (false, false, nil, nil, nil)
  }

  /// Adds what was found in the lines that follow.
  mutating func append(_ next: ExaminedLines) {
    if next.totals.examples > 0 { blankLines.flush(to: &ledger) }
    ledger.append(next.ledger, behind: count)
    blankLines.append(next.blankLines, behind: count, keptBy: ledger)
    foreignLines.append(next.foreignLines, behind: count)
    firstCarriageReturn.append(next.firstCarriageReturn, behind: count)
    firstCamelCase.append(next.firstCamelCase, behind: count)
    firstSnakeCase.append(next.firstSnakeCase, behind: count)
    totals.examples += next.totals.examples
    totals.multimodalExamples += next.totals.multimodalExamples
    totals.textBytes += next.totals.textBytes
    totals.overlongExamples += next.totals.overlongExamples
    totals.bytes = max(totals.bytes, next.totals.bytes)
    turns += next.turns
    examplesNotExamined += next.examplesNotExamined
    endOfUnfinishedLine = next.endOfUnfinishedLine?.moved(behind: count)
    isNoDataset = next.isNoDataset
    (isAtEnd, fault, failure) = (next.isAtEnd, next.fault, next.failure)
    count += next.count
  }

  // MARK: The end

  /// Reports what only the whole file tells.
  mutating func conclude() {
    foreignLines.report(to: &ledger)
    if let finding = firstCarriageReturn.finding { ledger.add(finding) }
    reportMixedStyles()
    if let fault { report(fault) }
    totals.isComplete = isAtEnd && !isNoDataset
    guard totals.isComplete, fault?.cutsData != true else { return }
    if totals.examples == 0 { ledger.add(EmptyDataset.self) }
    if let end = endOfUnfinishedLine { ledger.add(Finding(MissingFinalNewline.self, at: end)) }
  }

  /// Reports the first name that is in another style than the names before it.
  private mutating func reportMixedStyles() {
    guard let camelCase = firstCamelCase.finding, let snakeCase = firstSnakeCase.finding,
      let start = camelCase.location?.byteOffset, let otherStart = snakeCase.location?.byteOffset
    else { return }
    ledger.add(start < otherStart ? snakeCase : camelCase)
  }

  private mutating func report(_ fault: GzipFault) {
    let end = endOfUnfinishedLine ?? Location(startOfLine: count + 1, offset: totals.bytes)
    switch fault {
    case .truncated(let member, let offset):
      ledger.add(Finding(GzipTruncated.self, "\(member)", "\(offset)", at: end))
    case .corrupt(let member, let offset, let reason):
      ledger.add(Finding(GzipCorrupt.self, "\(member)", "\(offset)", reason, at: end))
    case .trailingData(let offset): ledger.add(GzipTrailingData.self, "\(offset)")
    }
  }
}

extension GzipFault {
  /// Whether data were lost, and with them perhaps the end of a line.
  var cutsData: Bool {
    switch self {
    case .truncated, .corrupt: true
    case .trailingData: false
    }
  }
}

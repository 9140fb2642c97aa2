import ByteStreams
import Diagnostics
import JSONLines

/// Checks one file, line by line, in memory bounded by its longest line.
///
///     ByteStream ── blocks ──▶ LineBuffer ── lines ──▶ ExampleDecoder ──▶ example rules ──▶ FindingLedger
struct FileValidator: ~Copyable {
  private let limits: Limits
  private let datasetLimits: DatasetLimits
  private var decoder: ExampleDecoder
  private let rules: ExampleRules
  /// The findings of the file.
  var ledger: FindingLedger
  /// What the file comes to.
  private(set) var totals = DatasetTotals()
  /// The turns of the examples that could be read.
  private(set) var turns = 0
  /// The examples whose line could not be read.
  private(set) var examplesNotExamined = 0

  private var lineNumber = 0
  /// Whether the file as a whole is no dataset, so that nothing more of it is read.
  private var isNoDataset = false
  private var firstLine = FirstLine.awaited
  private var blankLines = BlankLines()
  private var foreignLines = ForeignLines()
  private var hasCarriageReturns = false
  /// Where the data end, if the last line has no line feed.
  private var endOfUnfinishedLine: Location?

  init(limits: Limits, datasetLimits: DatasetLimits, selection: RuleSelection) {
    self.limits = limits
    self.datasetLimits = datasetLimits
    ledger = FindingLedger(selection: selection, maximumKept: limits.maximumFindings)
    decoder = ExampleDecoder(findings: ledger.lineFindings)
    rules = ExampleRules(wantedBy: ledger.lineFindings, controlTokens: datasetLimits.controlTokens)
  }

  /// Reads the stream to its end.
  ///
  /// - Parameter progress: called after each block, with the uncompressed bytes examined.
  /// - Throws: what reading throws; what was found up to there stays.
  mutating func validate(
    _ stream: inout ByteStream, progress: (borrowing ByteStream, Int) -> Void
  ) throws(ByteStreamError) {
    var buffer = LineBuffer(blockLength: limits.blockBytes, maximumLineLength: limits.maximumLineBytes)
    if stream.isCompressed { ledger.add(GzipNotForUpload.self) }
    totals.isComplete = false
    var isAtEnd = false
    while !isAtEnd, buffer.bytesRead < ForeignContent.bytesExamined {
      isAtEnd = try !fill(&buffer, from: &stream)
    }
    judgeContent(buffer.peek(ForeignContent.bytesExamined))
    while !isNoDataset {
      examineLines(of: &buffer, unlessCutBy: stream.fault)
      totals.bytes = buffer.bytesRead
      progress(stream, totals.bytes)
      if isAtEnd || isNoDataset { break }
      isAtEnd = try !fill(&buffer, from: &stream)
    }
    totals.bytes = buffer.bytesRead
    finish(stream.fault)
    totals.isComplete = !isNoDataset
  }

  private func fill(_ buffer: inout LineBuffer, from stream: inout ByteStream) throws(ByteStreamError) -> Bool
  {
    try buffer.fill { (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in try stream.read(into: &span)
    }
  }

  /// Looks at the file's first bytes for what is no text at all.
  private mutating func judgeContent(_ firstBytes: [UInt8]) {
    let item: LineFindings.Item
    if ForeignContent.isGitLFSPointer(firstBytes) {
      item = LineFindings.Item(GitLFSPointer.self)
    } else if let content = ForeignContent.recognize(firstBytes) {
      item = LineFindings.Item(NotATextFile.self, .text(content.name))
    } else {
      return
    }
    isNoDataset = true
    LineBytes.with(firstBytes.prefix { $0 != 0x0A }) { ledger.add(item, in: $0, number: 1, offset: 0) }
  }

  /// Examines the lines that are complete; a last one that a fault of the stream cut is not judged.
  private mutating func examineLines(of buffer: inout LineBuffer, unlessCutBy fault: GzipFault?) {
    while !isNoDataset, let element = buffer.next() {
      lineNumber += 1
      switch element {
      case .overlongLine(let offset, let length, let endsInLineFeed):
        noteOverlongLine(at: offset, length: length)
        if !endsInLineFeed {
          // Its columns were not counted, since the line was not kept.
          endOfUnfinishedLine = Location(startOfLine: lineNumber, offset: offset)
        }
      case .line(let line, let offset, let endsInLineFeed):
        if !endsInLineFeed {
          var places = LinePlaces(of: line)
          endOfUnfinishedLine = Location(of: line.count, number: lineNumber, offset: offset, places: &places)
          if let fault, fault.cutsData { continue }
        } else if line.textEnd < line.count {
          noteCarriageReturn(line, offset)
        }
        if line.isBlank {
          let isKept = ledger.keeps(BlankLine.description.code, besides: blankLines.remembered)
          blankLines.add(line, number: lineNumber, offset: offset, isKept: isKept)
        } else {
          examine(line, offset)
        }
      }
    }
  }

  private mutating func noteOverlongLine(at offset: Int, length: Int) {
    blankLines.flush(to: &ledger)
    settleFirstLine()
    totals.examples += 1
    examplesNotExamined += 1
    ledger.add(
      Finding(
        LineTooLong.self, "\(length)", "\(limits.maximumLineBytes)",
        at: Location(startOfLine: lineNumber, offset: offset)))
  }

  private mutating func noteCarriageReturn(_ line: LineBytes, _ offset: Int) {
    if hasCarriageReturns { return }
    hasCarriageReturns = true
    let item = LineFindings.Item(CRLFLineEndings.self, at: line.textEnd)
    if ledger.keeps(item.code) { ledger.add(item, in: line, number: lineNumber, offset: offset) }
  }

  // MARK: Examples

  private mutating func examine(_ line: LineBytes, _ offset: Int) {
    blankLines.flush(to: &ledger)
    if case .held(let held) = firstLine, held.isContinued(by: line, &decoder.reader) {
      return rejectFile(MultiLineJSON.self, like: held)
    }
    var isFirst = false
    if case .awaited = firstLine { isFirst = true }
    settleFirstLine()
    totals.examples += 1
    do throws(JSONFault) {
      noteExample(try decoder.decode(line), line, offset)
    } catch {
      noteFault(error, line, offset, isFirst: isFirst)
    }
  }

  private mutating func noteExample(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, _ offset: Int) {
    // A line in another format that nobody wants to hear of is judged by the other rules.
    switch decoder.findings.wants(verdict) ? verdict : .example {
    case .example:
      turns += decoder.example.turnCount
      if decoder.example.isMultimodal { totals.multimodalExamples += 1 }
      rules.check(decoder.example, line, &decoder.findings)
      decoder.findings.sort()
      ledger.add(decoder.findings, in: line, number: lineNumber, offset: offset)
    case .foreignFormat, .otherMethod:
      foreignLines.add(verdict, line, number: lineNumber, offset: offset)
    }
  }

  private mutating func noteFault(_ fault: JSONFault, _ line: LineBytes, _ offset: Int, isFirst: Bool) {
    examplesNotExamined += 1
    decoder.findings.report(fault, in: line)
    guard isFirst, let held = held(fault, line, offset) else {
      return ledger.add(decoder.findings, in: line, number: lineNumber, offset: offset)
    }
    if held.isCertainlyAnArrayFile { return rejectFile(JSONArrayFile.self, like: held) }
    firstLine = .held(held)
  }

  /// The first line, if its fault may be the file's. A byte order mark never is: it is reported, and what stands behind
  /// it tells of the file.
  private mutating func held(_ fault: JSONFault, _ line: LineBytes, _ offset: Int) -> FirstLine.Held? {
    guard fault.kind == .byteOrderMark else {
      return FirstLine.Held(fault, line, number: lineNumber, offset: offset, decoder.findings)
    }
    let mark = decoder.findings
    decoder.findings.clear()
    let held = FirstLine.Held(
      behindMarkOf: line, at: fault.offset, number: lineNumber, offset: offset, decoder.findings)
    if held == nil {
      decoder.findings = mark
    } else {
      ledger.add(mark, in: line, number: lineNumber, offset: offset)
    }
    return held
  }

  /// Ends the wait for the first line, and reports what was held back of it: the next one does not go on with it.
  private mutating func settleFirstLine() {
    if case .held(let held) = firstLine, let finding = held.finding { ledger.add(finding) }
    firstLine = .settled
  }

  private mutating func rejectFile<Found: Rule>(_ rule: Found.Type, like held: FirstLine.Held) {
    isNoDataset = true
    firstLine = .settled
    totals.examples = 0
    examplesNotExamined = 0
    ledger.add(held.fileFinding(rule))
  }

  // MARK: The end

  private mutating func finish(_ fault: GzipFault?) {
    if case .held(let held) = firstLine, held.isArray { rejectFile(JSONArrayFile.self, like: held) }
    settleFirstLine()
    if let fault { noteGzipFault(fault) }
    foreignLines.report(to: &ledger)
    if !isNoDataset, totals.examples == 0, fault?.cutsData != true { ledger.add(EmptyDataset.self) }
    if !isNoDataset, fault?.cutsData != true, let end = endOfUnfinishedLine {
      ledger.add(Finding(MissingFinalNewline.self, at: end))
    }
  }

  private mutating func noteGzipFault(_ fault: GzipFault) {
    let end = endOfUnfinishedLine ?? Location(startOfLine: lineNumber + 1, offset: totals.bytes)
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
  fileprivate var cutsData: Bool {
    switch self {
    case .truncated, .corrupt: true
    case .trailingData: false
    }
  }
}

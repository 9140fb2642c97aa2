import ByteStreams
import Diagnostics
import JSONLines

/// Examines lines one after another, in memory that is used again: every thread has one of its own.
///
///     LineBuffer ── lines ──▶ ExampleDecoder ──▶ example rules ──▶ ExaminedLines
struct LineExaminer: ~Copyable {
  private let maximumLineBytes: Int
  private let maximumTokensPerExample: Int
  private var decoder: ExampleDecoder
  private let rules: ExampleRules
  private var firstLine: FirstLine
  /// Whether the line before could be read, so that the next one probably can too.
  private var isHopeful = false
  /// What was found in the lines so far.
  var lines: ExaminedLines

  /// - Parameter lines: what the lines' findings are added to.
  /// - Parameter isAtBeginning: whether the first line to come is the file's.
  init(_ lines: ExaminedLines, limits: Limits, datasetLimits: DatasetLimits, isAtBeginning: Bool) {
    maximumLineBytes = limits.maximumLineBytes
    maximumTokensPerExample = datasetLimits.maximumTokensPerExample
    decoder = ExampleDecoder(findings: lines.ledger.lineFindings)
    rules = ExampleRules(wantedBy: lines.ledger.lineFindings, controlTokens: datasetLimits.controlTokens)
    firstLine = isAtBeginning ? .awaited : .settled
    self.lines = lines
  }

  /// Whether the file's first line is known to be nothing more than a line.
  var hasSettledFirstLine: Bool {
    if case .settled = firstLine { true } else { false }
  }

  /// Examines the lines that are complete; a last one that a fault of the data cut is not judged.
  mutating func examine(_ buffer: inout LineBuffer, unlessCutBy fault: GzipFault?) {
    while !lines.isNoDataset {
      if isHopeful, examineLineAhead(&buffer) { continue }
      guard let element = buffer.next() else { return }
      lines.count += 1
      switch element {
      case .overlongLine(let offset, let length, let endsInLineFeed):
        noteOverlongLine(at: offset, length: length)
        if !endsInLineFeed {
          // Its columns were not counted, since the line was not kept.
          lines.endOfUnfinishedLine = Location(startOfLine: lines.count, offset: offset)
        }
      case .line(let line, let offset, let endsInLineFeed):
        if !endsInLineFeed {
          var places = LinePlaces(of: line)
          lines.endOfUnfinishedLine = Location(
            of: line.count, number: lines.count, offset: offset, places: &places)
          if let fault, fault.cutsData { continue }
        } else {
          noteCarriageReturn(line, offset)
        }
        if line.isBlank {
          let isKept = lines.ledger.keeps(
            BlankLine.description.code, besides: lines.blankLines.remembered)
          lines.blankLines.add(line, number: lines.count, offset: offset, isKept: isKept)
        } else {
          examine(line, offset)
        }
      }
    }
  }

  /// Examines the next line without looking for its end first; false if it is not there or cannot be read, and then it is
  /// as if nothing had been done.
  private mutating func examineLineAhead(_ buffer: inout LineBuffer) -> Bool {
    guard let ahead = buffer.linesAhead() else { return false }
    let verdict: ExampleDecoder.Verdict
    do throws(JSONFault) {
      verdict = try decoder.decode(ahead, isFollowed: true)
    } catch {
      isHopeful = false
      return false
    }
    guard let (line, offset) = buffer.passLine(count: decoder.reader.offset) else { return false }
    lines.count += 1
    noteCarriageReturn(line, offset)
    lines.blankLines.flush(to: &lines.ledger)
    lines.totals.examples += 1
    noteExample(verdict, line, offset)
    return true
  }

  private mutating func noteCarriageReturn(_ line: LineBytes, _ offset: Int) {
    guard line.textEnd < line.count else { return }
    let item = LineFindings.Item(CRLFLineEndings.self, at: line.textEnd)
    lines.firstCarriageReturn.note(item, in: line, number: lines.count, offset: offset)
  }

  private mutating func noteOverlongLine(at offset: Int, length: Int) {
    lines.blankLines.flush(to: &lines.ledger)
    settleFirstLine()
    lines.totals.examples += 1
    lines.examplesNotExamined += 1
    lines.ledger.add(
      Finding(
        LineTooLong.self, "\(length)", "\(maximumLineBytes)",
        at: Location(startOfLine: lines.count, offset: offset)))
  }

  // MARK: Examples

  private mutating func examine(_ line: LineBytes, _ offset: Int) {
    lines.blankLines.flush(to: &lines.ledger)
    var isFirst = false
    if !hasSettledFirstLine {
      if case .held(let held) = firstLine, held.isContinued(by: line, &decoder.reader) {
        return rejectFile(MultiLineJSON.self, like: held)
      }
      if case .awaited = firstLine { isFirst = true }
      settleFirstLine()
    }
    lines.totals.examples += 1
    do throws(JSONFault) {
      noteExample(try decoder.decode(line), line, offset)
      isHopeful = hasSettledFirstLine
    } catch {
      noteFault(error, line, offset, isFirst: isFirst)
    }
  }

  private mutating func noteExample(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, _ offset: Int) {
    if case .example = verdict, decoder.findings.wants(MixedCaseStyles.self) { noteStyles(line, offset) }
    switch verdict {
    case .example:
      lines.turns += decoder.example.turnsInLine
      lines.totals.textBytes += decoder.example.textBytes
      if TokenEstimate.tokens(ofTextBytes: decoder.example.textBytes) > maximumTokensPerExample {
        lines.totals.overlongExamples += 1
      }
      if decoder.example.isMultimodal { lines.totals.multimodalExamples += 1 }
      rules.check(decoder.example, line, &decoder.findings)
      decoder.findings.sort()
      lines.ledger.add(decoder.findings, in: line, number: lines.count, offset: offset)
    case .foreignFormat, .otherMethod:
      lines.foreignLines.add(verdict, line, number: lines.count, offset: offset)
    }
  }

  private mutating func noteStyles(_ line: LineBytes, _ offset: Int) {
    if let name = decoder.firstCamelCase {
      lines.firstCamelCase.note(
        LineFindings.Item(MixedCaseStyles.self, name), in: line, number: lines.count, offset: offset)
    }
    if let name = decoder.firstSnakeCase {
      lines.firstSnakeCase.note(
        LineFindings.Item(MixedCaseStyles.self, name), in: line, number: lines.count, offset: offset)
    }
  }

  private mutating func noteFault(_ fault: JSONFault, _ line: LineBytes, _ offset: Int, isFirst: Bool) {
    lines.examplesNotExamined += 1
    decoder.findings.report(fault, in: line)
    guard isFirst, let held = held(fault, line, offset) else {
      return lines.ledger.add(decoder.findings, in: line, number: lines.count, offset: offset)
    }
    if held.isCertainlyAnArrayFile { return rejectFile(JSONArrayFile.self, like: held) }
    firstLine = .held(held)
  }

  // MARK: The first line

  /// The first line, if its fault may be the file's. A byte order mark never is: it is reported, and what stands behind
  /// it tells of the file.
  private mutating func held(_ fault: JSONFault, _ line: LineBytes, _ offset: Int) -> FirstLine.Held? {
    guard fault.kind == .byteOrderMark else {
      return FirstLine.Held(fault, line, number: lines.count, offset: offset, decoder.findings)
    }
    let mark = decoder.findings
    decoder.findings.clear()
    let held = FirstLine.Held(
      behindMarkOf: line, at: fault.offset, number: lines.count, offset: offset, decoder.findings)
    if held == nil {
      decoder.findings = mark
    } else {
      lines.ledger.add(mark, in: line, number: lines.count, offset: offset)
    }
    return held
  }

  /// Ends the wait for the first line, and reports what was held back of it: the next one does not go on with it.
  private mutating func settleFirstLine() {
    if case .held(let held) = firstLine, let finding = held.finding { lines.ledger.add(finding) }
    firstLine = .settled
  }

  private mutating func rejectFile<Found: Rule>(_ rule: Found.Type, like held: FirstLine.Held) {
    lines.isNoDataset = true
    firstLine = .settled
    lines.totals.examples = 0
    lines.examplesNotExamined = 0
    lines.ledger.add(held.fileFinding(rule))
  }

  /// Judges a file by its first bytes: they may tell that it is no text at all.
  mutating func judge(_ firstBytes: [UInt8]) {
    let item: LineFindings.Item
    if ForeignContent.isGitLFSPointer(firstBytes) {
      item = LineFindings.Item(GitLFSPointer.self)
    } else if let content = ForeignContent.recognize(firstBytes) {
      item = LineFindings.Item(NotATextFile.self, .text(content.name))
    } else {
      return
    }
    lines.isNoDataset = true
    LineBytes.with(firstBytes.prefix { $0 != 0x0A }) { lines.ledger.add(item, in: $0, number: 1, offset: 0) }
  }

  /// Judges a first line behind which no other comes.
  mutating func endFile() {
    if lines.isAtEnd, case .held(let held) = firstLine, held.isArray {
      rejectFile(JSONArrayFile.self, like: held)
    }
    settleFirstLine()
  }
}

extension LineFindings.Item {
  /// A finding at a field's name.
  fileprivate init<Found: Rule>(_ rule: Found.Type, _ name: StringToken) {
    self.init(rule, at: name.start - 1, length: name.count + 2, .string(name))
  }
}

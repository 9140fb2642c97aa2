import ByteStreams
import Diagnostics
import ModelCatalog
import JSONLines

/// Validates lines one after another.
///
///     LineBuffer ── lines ──▶ ExampleDecoder ──▶ example rules ──▶ FindingLedger, Observations
struct ValidationPass: LinePass, ~Copyable {
  private let maximumLineBytes: Int
  /// The longest video that may be accepted, in seconds.
  let maximumVideoSeconds: Int
  /// Whether examples are compared with each other.
  let wantsComparison: Bool
  /// Whether it is gathered how long lines and examples are; then tokens are counted.
  let wantsDistributions: Bool
  /// Whether it is noted in which styles names are written.
  private let wantsStyles: Bool
  var decoder: ExampleDecoder
  private var rules: ExampleRules
  /// Counts the tokens of every example; nil where that is not asked for.
  var tokenCounter: ExampleTokenCounter?
  var opening: Opening
  /// What was found in the lines so far, but for what is in the ledger.
  var part = ValidatedLines()
  var ledger: FindingLedger
  /// What was found in the part's own lines, while those after it are looked at.
  var ownPart: ValidatedLines?
  /// How many bytes it took to see that the file is not a dataset.
  var bytesOfOpening = 0

  init(_ settings: ValidationSettings, isAtBeginning: Bool) {
    maximumLineBytes = settings.limits.maximumLineBytes
    maximumVideoSeconds = settings.requirements.media.videos.maxSecondsAtLow.value
    tokenCounter = settings.tokenCounting.map { ExampleTokenCounter(with: $0) }
    wantsComparison = settings.comparesExamples
    wantsDistributions = settings.gathersDistributions
    decoder = ExampleDecoder(
      ExampleContext(settings.requirements), findings: settings.lineFindings,
      wantsDigest: wantsComparison || settings.comparesInstructions)
    rules = ExampleRules(wantedBy: decoder.findings)
    wantsStyles = decoder.findings.wants(MixedCaseStyles.self)
    opening = isAtBeginning ? .awaited : .settled
    ledger = FindingLedger(settings.rules)
  }

  mutating func begin(behind earlier: ValidatedLines) {
    part.begin(behind: earlier)
    ledger.begin(behind: earlier.findings)
    decoder.findings.storeAll()
  }

  var isDone: Bool { part.isNoDataset || ledger.hasLost }

  mutating func end(_ end: PartEnd) -> ValidatedLines {
    if end.isAtEndOfFile { endFile() } else { settleOpening() }
    if !part.isNoDataset, let ownPart { part = ownPart }
    part.end = end
    // Of a file that is not a dataset it is chance how much was read.
    if part.isNoDataset { part.end = PartEnd(bytesRead: bytesOfOpening) }
    part.observations.blankLines.close(ledger.settings)
    ledger.close()
    part.findings = ledger.tally
    part.noteLoss(ledger.settings)
    return part
  }

  static func append(
    _ next: ValidatedLines, to part: inout ValidatedLines, _ settings: ValidationSettings
  ) {
    part.append(next, settings.rules)
  }

  mutating func examine(_ buffer: inout LineBuffer, cutBy fault: GzipFault?) {
    while !part.isNoDataset {
      if examineLineAhead(&buffer) { continue }
      guard let element = buffer.next() else { return }
      part.count += 1
      switch element {
      case .overlongLine(let offset, let length, let endsInLineFeed):
        noteOverlongLine(at: offset, length: length)
        if !endsInLineFeed {
          // Its columns were not counted, since the line was not kept.
          part.observations.fileEnd.endOfUnfinishedLine = Location(startOfLine: part.count, offset: offset)
        }
      case .line(let line, let offset, let endsInLineFeed):
        if !endsInLineFeed {
          var places = LinePlaces(of: line)
          part.observations.fileEnd.endOfUnfinishedLine = Location(
            of: line.count, number: part.count, offset: offset, places: &places)
          if let fault, fault.cutsData { continue }
        } else {
          noteCarriageReturn(line, offset)
        }
        if line.isBlank {
          part.observations.blankLines.add(line, number: part.count, offset: offset, ledger)
        } else {
          examine(line, offset, endingIn: endsInLineFeed ? .lineFeed : .endOfFile)
        }
      }
    }
  }

  /// Examines the next line if it can be read without looking for its end first; false if not.
  private mutating func examineLineAhead(_ buffer: inout LineBuffer) -> Bool {
    guard let (verdict, line, offset) = decoder.decodeLineAhead(&buffer) else { return false }
    part.count += 1
    noteCarriageReturn(line, offset)
    countExample()
    noteExample(verdict, line, offset)
    return true
  }

  mutating func noteCarriageReturn(_ line: LineBytes, _ offset: Int) {
    guard line.textEnd < line.count else { return }
    let item = LineFindings.Item(CRLFLineEndings.self, at: line.textEnd)
    part.observations.carriageReturns.place.note(item, in: line, number: part.count, offset: offset)
  }

  private mutating func noteOverlongLine(at offset: Int, length: Int) {
    settleOpening()
    countExample()
    noteLength(length)
    part.observations.totals.notExamined += 1
    ledger.add(
      Finding(
        LineTooLong.self, "\(length)", "\(maximumLineBytes)",
        at: Location(startOfLine: part.count, offset: offset)))
  }

  private mutating func countExample() {
    part.observations.blankLines.addExample(&ledger)
    part.observations.totals.examples += 1
  }

  // MARK: Examples

  private mutating func examine(_ line: LineBytes, _ offset: Int, endingIn end: LineEnd) {
    let isFirst = opening.isAwaited
    countExample()
    if case .held(let held) = opening {
      if held.isContinued(by: line, &decoder.reader) {
        return rejectFile(MultiLineJSON.self, held, behind: offset + line.count)
      }
      settleOpening()
    }
    do throws(JSONFault) {
      noteExample(try decoder.decode(line), line, offset)
      opening = .settled
    } catch {
      decoder.findings.report(error, in: line, endingIn: end)
      noteFault(error, line, offset, isFirst: isFirst)
    }
  }

  private mutating func noteExample(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, _ offset: Int) {
    noteLength(line.count)
    switch verdict {
    case .example:
      if wantsStyles { noteStyles(line, offset) }
      if decoder.context.example.isMultimodal {
        part.observations.mediaResolutions.note(
          decoder.mediaResolution, in: line, number: part.count, offset: offset)
      }
      decoder.context.setLine(line)
      if tokenCounter != nil { countTokens() }
      // The context is lent to the rules only: to lend it is to copy it.
      part.observations.totals.add(
        turns: decoder.example.turnsInLine, textBytes: decoder.example.textBytes,
        isOverlong: decoder.context.isOverlong, isMultimodal: decoder.example.isMultimodal)
      noteForDataset(line, offset)
      if decoder.context.example.hasFunctions {
        part.observations.functionParts.add(decoder.context, number: part.count, offset: offset)
      }
      rules.check(decoder.context, &decoder.findings)
      if decoder.findings.isOverfull { return examineInSteps(line, offset) }
      ledger.add(
        &decoder.findings, of: &decoder.context.example, in: line, number: part.count, offset: offset)
    case .foreignFormat, .otherMethod:
      part.observations.totals.foreign += 1
      part.observations.foreignLines.add(verdict, line, number: part.count, offset: offset)
    }
  }

  /// Examines a line again that has more findings than are stored, and takes them step by step.
  @inline(never)
  private mutating func examineInSteps(_ line: LineBytes, _ offset: Int) {
    let writer = LineFindingWriter(line, number: part.count, offset: offset, ledger.settings)
    decoder.findings.beginSteps(writer)
    let countedTokens = decoder.context.countedTokens
    do throws(JSONFault) {
      _ = try decoder.decode(line)
    } catch {
      preconditionFailure("a line that was read cannot be read again")
    }
    decoder.context.setLine(line)
    decoder.context.countedTokens = countedTokens
    rules.check(decoder.context, &decoder.findings)
    if let tally = decoder.findings.endSteps() { ledger.append(tally) }
  }

  private mutating func noteStyles(_ line: LineBytes, _ offset: Int) {
    if let name = decoder.firstCamelCase {
      part.observations.nameStyles.firstCamelCase.note(
        LineFindings.Item(MixedCaseStyles.self, name), in: line, number: part.count, offset: offset)
    }
    if let name = decoder.firstSnakeCase {
      part.observations.nameStyles.firstSnakeCase.note(
        LineFindings.Item(MixedCaseStyles.self, name), in: line, number: part.count, offset: offset)
    }
  }

  /// Notes the finding that the fault of a line is, and what it tells of the file.
  private mutating func noteFault(_ fault: JSONFault, _ line: LineBytes, _ offset: Int, isFirst: Bool) {
    noteLength(line.count)
    part.observations.totals.notExamined += 1
    guard isFirst, var held = Opening.Held(fault, line, number: part.count, offset: offset) else {
      opening = .settled
      return ledger.add(
        &decoder.findings, of: &decoder.context.example, in: line, number: part.count, offset: offset)
    }
    // A byte order mark is the line's own in any case: what is after it tells of the file.
    if fault.kind == .byteOrderMark {
      ledger.add(
        &decoder.findings, of: &decoder.context.example, in: line, number: part.count, offset: offset)
    } else {
      held.lineFinding = Finding(decoder.findings[0], in: line, number: part.count, offset: offset)
    }
    opening = .held(held)
    if held.isCertainlyAnArrayFile { rejectFile(JSONArrayFile.self, held, behind: offset + line.count) }
  }
}

extension LineFindings.Item {
  /// A finding at a field's name.
  fileprivate init<Found: Rule>(_ rule: Found.Type, _ name: StringToken) {
    self.init(rule, at: name.start - 1, length: name.count + 2, .string(name))
  }
}

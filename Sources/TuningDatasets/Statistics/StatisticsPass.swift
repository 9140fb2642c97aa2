import ByteStreams
import Diagnostics
import JSONLines

/// Counts what examples are like, line after line.
///
///     LineBuffer ── lines ──▶ ExampleDecoder ──▶ ExampleStatistics
struct StatisticsPass: LinePass, ~Copyable {
  /// What is the same for all workers.
  struct Settings: Sendable {
    let requirements: DatasetRequirements
    let counting: TokenCounting
  }

  private var decoder: ExampleDecoder
  private var counter: ExampleTokenCounter
  private var part = CountedLines()

  init(_ settings: Settings, isAtBeginning: Bool) {
    // Rules say nothing here: how many lines cannot be read is counted.
    let nothing = LineFindings(
      isWanted: ContiguousArray(repeating: false, count: RuleCode.tableLength), mostStored: 1)
    decoder = ExampleDecoder(ExampleContext(settings.requirements), findings: nothing)
    counter = ExampleTokenCounter(with: settings.counting)
  }

  var isDone: Bool { part.foreignContent != nil }

  mutating func open(_ firstBytes: [UInt8]) { part.foreignContent = ForeignContent.recognize(firstBytes) }

  mutating func begin(behind earlier: CountedLines) { part = CountedLines() }

  mutating func end(_ end: PartEnd) -> CountedLines {
    part.end = end
    return part
  }

  static func append(_ next: CountedLines, to part: inout CountedLines, _ settings: Settings) {
    part.append(next)
  }

  mutating func examine(_ buffer: inout LineBuffer, cutBy fault: GzipFault?) {
    if isDone { return }
    while true {
      if examineLineAhead(&buffer) { continue }
      guard let element = buffer.next() else { return }
      // What is left of a line is not one.
      if case .line(_, _, endsInLineFeed: false) = element, fault?.cutsData == true { return }
      part.count += 1
      switch element {
      case .overlongLine: part.statistics.linesNotRead += 1
      case .line(let line, let offset, _): if !line.isBlank { examine(line, offset) }
      }
    }
  }

  /// Examines the next line if it can be read without looking for its end first; false if not.
  private mutating func examineLineAhead(_ buffer: inout LineBuffer) -> Bool {
    guard let (verdict, line, offset) = decoder.decodeLineAhead(&buffer) else { return false }
    part.count += 1
    add(verdict, line, offset)
    return true
  }

  private mutating func examine(_ line: LineBytes, _ offset: Int) {
    do throws(JSONFault) {
      add(try decoder.decode(line), line, offset)
    } catch {
      part.statistics.linesNotRead += 1
    }
  }

  private mutating func add(_ verdict: ExampleDecoder.Verdict, _ line: LineBytes, _ offset: Int) {
    guard case .example = verdict else { return part.statistics.linesInOtherFormats += 1 }
    guard decoder.context.example.contentsOffset != nil else { return part.statistics.linesNotRead += 1 }
    // Without the sample of long texts that rules look at.
    decoder.context.line = line
    let tokens = counter.count(decoder.context, at: decoder.mediaResolution.level)
    part.statistics.add(decoder.context, decoder.digest, tokens)
    part.longest.add(line: part.count, tokens: tokens.total)
    if !decoder.digest.isSpoilt {
      part.compared.add(ComparedExample(decoder.digest, line: part.count, offset: offset))
    }
  }
}

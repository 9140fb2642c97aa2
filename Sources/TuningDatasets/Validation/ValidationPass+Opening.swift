import ByteStreams
import Diagnostics
import JSONLines

/// The judgement of the file by its beginning.
extension ValidationPass {
  var needsMore: Bool { !part.isNoDataset && !opening.isSettled }

  mutating func open(_ firstBytes: [UInt8]) {
    guard let item = Opening.foreignContent(firstBytes) else { return }
    part.isNoDataset = true
    bytesOfOpening = firstBytes.count
    LineBytes.with(firstBytes.prefix { $0 != 0x0A }) { ledger.add(item, in: $0, number: 1, offset: 0) }
  }

  /// Ends the wait for the first line, and reports what was held back of it: the next one does not continue with it.
  mutating func settleOpening() {
    if case .held(let held) = opening, let finding = held.lineFinding { ledger.add(inLine: finding) }
    opening = .settled
  }

  /// Judges a first line after which no other comes.
  mutating func endFile() {
    if case .held(let held) = opening, held.isArray { rejectFile(JSONArrayFile.self, held, behind: held.end) }
    settleOpening()
  }

  mutating func rejectFile<Found: Rule>(_ rule: Found.Type, _ held: Opening.Held, behind end: Int) {
    part.isNoDataset = true
    opening = .settled
    part.observations.totals = ExampleTotals()
    bytesOfOpening = end
    if let finding = held.markFinding { ledger.add(finding) }
    ledger.add(held.finding(of: rule))
  }

  mutating func look(at buffer: inout LineBuffer, cutBy fault: GzipFault?) {
    // What the lines after the part tell counts only if they tell that the file is not a dataset.
    if ownPart == nil { ownPart = part }
    while needsMore, let element = buffer.next() {
      part.count += 1
      guard case .line(let line, let offset, let endsInLineFeed) = element else {
        settleOpening()
        break
      }
      if endsInLineFeed { noteCarriageReturn(line, offset) } else if fault?.cutsData == true { continue }
      if line.isBlank {
        part.observations.blankLines.add(line, number: part.count, offset: offset, ledger)
      } else {
        judge(line, offset)
      }
    }
    if needsMore, buffer.isAtEnd { endFile() }
    if !needsMore, !part.isNoDataset, let ownPart { part = ownPart }
  }

  /// Judges the first line that is not blank, or the one after it, where that is another's.
  private mutating func judge(_ line: LineBytes, _ offset: Int) {
    if case .held(let held) = opening {
      guard held.isContinued(by: line, &decoder.reader) else { return settleOpening() }
      part.observations.blankLines.addExample(&ledger)
      return rejectFile(MultiLineJSON.self, held, behind: offset + line.count)
    }
    do throws(JSONFault) {
      _ = try decoder.decode(line)
      opening = .settled
    } catch {
      guard var held = Opening.Held(error, line, number: part.count, offset: offset) else {
        return opening = .settled
      }
      if error.kind == .byteOrderMark {
        decoder.findings.report(error, in: line, endingIn: .lineFeed)
        held.markFinding = Finding(decoder.findings[0], in: line, number: part.count, offset: offset)
      }
      opening = .held(held)
      guard held.isCertainlyAnArrayFile else { return }
      part.observations.blankLines.addExample(&ledger)
      rejectFile(JSONArrayFile.self, held, behind: offset + line.count)
    }
  }
}

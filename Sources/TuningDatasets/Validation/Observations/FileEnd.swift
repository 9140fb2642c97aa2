import ByteStreams
import Diagnostics

/// Where the data end, and what is wrong there.
struct FileEnd: Observation {
  /// The place after the last line, if it has no line feed.
  var endOfUnfinishedLine: Location?

  mutating func append(_ next: FileEnd, behind lines: Int, _ settings: RuleSettings) {
    endOfUnfinishedLine = next.endOfUnfinishedLine?.moved(behind: lines)
  }

  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    if let fault = file.end.fault {
      let end =
        endOfUnfinishedLine ?? Location(startOfLine: file.count + 1, offset: file.end.bytesRead)
      report(fault, at: end, to: &ledger)
    }
    guard file.isComplete, file.end.fault?.cutsData != true, let end = endOfUnfinishedLine else { return }
    let lineFeed = Edit(range: end.byteOffset..<end.byteOffset, replacement: [0x0A], isSafe: true)
    ledger.add(Finding(MissingFinalNewline.self, at: end, edits: [lineFeed]))
  }

  private func report(_ fault: GzipFault, at end: Location, to ledger: inout FindingLedger) {
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

import Diagnostics
import JSONLines

/// Makes the text of the findings of a line, one after the other, and counts them.
struct LineFindingWriter {
  private let line: LineBytes
  private let number: Int
  private let offset: Int
  private let content: UInt64
  private var places: LinePlaces
  private var ledger: FindingLedger

  /// Begins with a line, which must be there until the last finding.
  init(_ line: LineBytes, number: Int, offset: Int, _ settings: RuleSettings) {
    (self.line, self.number, self.offset) = (line, number, offset)
    content = Fingerprint.contentHash(of: line)
    places = LinePlaces(of: line)
    ledger = FindingLedger(settings)
  }

  /// What was found.
  var tally: FindingTally {
    mutating get {
      ledger.close()
      return ledger.tally
    }
  }

  /// Adds a finding.
  mutating func add(_ item: LineFindings.Item) {
    ledger.add(item.code, item.severity) {
      $0.set(item, in: line, number: number, offset: offset, places: &places, content: content)
    }
  }
}

import Diagnostics

/// The first line that ends in a carriage return and a line feed.
struct FirstCarriageReturn: Observation {
  var place = FirstPlace()

  mutating func begin(behind earlier: FirstCarriageReturn) { place.begin(behind: earlier.place) }

  mutating func append(_ next: FirstCarriageReturn, behind lines: Int, _ settings: RuleSettings) {
    place.append(next.place, behind: lines)
  }

  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    if let finding = place.finding { ledger.add(finding) }
  }
}

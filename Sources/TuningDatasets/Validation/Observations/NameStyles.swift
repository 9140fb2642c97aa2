import Diagnostics

/// The first names in either style, of those that have two.
struct NameStyles: Observation {
  var firstCamelCase = FirstPlace()
  var firstSnakeCase = FirstPlace()

  mutating func begin(behind earlier: NameStyles) {
    firstCamelCase.begin(behind: earlier.firstCamelCase)
    firstSnakeCase.begin(behind: earlier.firstSnakeCase)
  }

  mutating func append(_ next: NameStyles, behind lines: Int, _ settings: FindingSettings) {
    firstCamelCase.append(next.firstCamelCase, behind: lines)
    firstSnakeCase.append(next.firstSnakeCase, behind: lines)
  }

  /// Reports the first name that is in another style than the names before it.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    guard let camelCase = firstCamelCase.finding, let snakeCase = firstSnakeCase.finding,
      let start = camelCase.location?.byteOffset, let otherStart = snakeCase.location?.byteOffset
    else { return }
    ledger.add(start < otherStart ? snakeCase : camelCase)
  }
}

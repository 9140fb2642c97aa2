import Diagnostics

/// The first names in either style, of those that have two.
struct NameStyles: Observation {
  var firstCamelCase = FirstPlace()
  var firstSnakeCase = FirstPlace()

  mutating func begin(behind earlier: NameStyles) {
    firstCamelCase.begin(behind: earlier.firstCamelCase)
    firstSnakeCase.begin(behind: earlier.firstSnakeCase)
  }

  mutating func append(_ next: NameStyles, behind lines: Int, _ settings: RuleSettings) {
    firstCamelCase.append(next.firstCamelCase, behind: lines)
    firstSnakeCase.append(next.firstSnakeCase, behind: lines)
  }

  /// Reports the first name that is in another style than the names before it.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    guard let camelCase = firstCamelCase.finding, let snakeCase = firstSnakeCase.finding,
      let camelCasePlace = camelCase.location, let snakeCasePlace = snakeCase.location
    else { return }
    let isSnakeCaseLater = camelCasePlace.byteOffset < snakeCasePlace.byteOffset
    let first = RelatedPlace(
      location: isSnakeCaseLater ? camelCasePlace : snakeCasePlace,
      message: isSnakeCaseLater ? "the first name in camelCase" : "the first name in snake_case")
    ledger.add((isSnakeCaseLater ? snakeCase : camelCase).with(related: [first]))
  }
}

import Diagnostics

/// The first function call or response, where the model is known to refuse such parts.
struct FirstFunctionPart: Observation {
  private var place = FirstPlace()

  mutating func begin(behind earlier: FirstFunctionPart) { place.begin(behind: earlier.place) }

  mutating func append(_ next: FirstFunctionPart, behind lines: Int, _ settings: RuleSettings) {
    place.append(next.place, behind: lines)
  }

  /// Takes an example, unless there was one before.
  mutating func add(_ context: borrowing ExampleContext, number: Int, offset: Int) {
    if place.isKnown { return }
    if let item = FunctionCallingNotTunable.finding(in: context) {
      place.note(item, in: context.line, number: number, offset: offset)
    }
  }

  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    if let finding = place.finding { ledger.add(finding) }
  }
}

import Diagnostics

/// What the examples of a file come to.
struct ExampleTotals: Observation {
  /// The lines that are not blank.
  var examples = 0
  /// The examples whose line could not be read.
  var notExamined = 0
  /// The lines that are in another format, or for another tuning method.
  var foreign = 0
  /// The turns of the examples that could be read.
  var turns = 0
  /// The examples with images, audio, video or documents.
  var multimodal = 0
  /// The examples that probably have more tokens than the service takes.
  var overlong = 0
  /// The examples with a video that is surely too long.
  var longVideos = 0
  /// The bytes of the examples that become tokens: texts, function calls, their responses and declarations.
  var textBytes = 0
  /// The tokens of the texts, where they are counted.
  var textTokens = 0

  /// Adds what an example comes to.
  mutating func add(turns: Int, textBytes: Int, isOverlong: Bool, isMultimodal: Bool) {
    self.turns += turns
    self.textBytes += textBytes
    if isOverlong { overlong += 1 }
    if isMultimodal { multimodal += 1 }
  }

  mutating func append(_ next: ExampleTotals, behind lines: Int, _ settings: RuleSettings) {
    examples += next.examples
    notExamined += next.notExamined
    foreign += next.foreign
    turns += next.turns
    multimodal += next.multimodal
    overlong += next.overlong
    longVideos += next.longVideos
    textBytes += next.textBytes
    textTokens += next.textTokens
  }

  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    if file.isComplete, file.end.fault?.cutsData != true, examples == 0 { ledger.add(EmptyDataset.self) }
  }
}

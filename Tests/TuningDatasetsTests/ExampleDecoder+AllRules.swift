import Diagnostics
import ModelCatalog

@testable import TuningDatasets

extension ExampleDecoder {
  /// A decoder whose findings of all rules are wanted, those that are off by default too.
  init(
    wanting isWanted: ContiguousArray<Bool> = ContiguousArray(repeating: true, count: RuleCode.tableLength),
    controlTokens: [String] = []
  ) {
    var requirements = DatasetRequirements(loosestOf: .builtIn)
    requirements.controlTokens = controlTokens
    self.init(ExampleContext(requirements), findings: LineFindings(isWanted: isWanted, mostStored: 20))
  }
}

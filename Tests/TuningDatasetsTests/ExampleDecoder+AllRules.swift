import Diagnostics
import ModelCatalog

@testable import TuningDatasets

extension ExampleDecoder {
  /// A decoder whose findings of all rules are wanted, those that are off by default too.
  init(
    wanting isWanted: ContiguousArray<Bool> = ContiguousArray(repeating: true, count: RuleCode.tableLength),
    controlTokens: [String] = []
  ) {
    var limits = DatasetLimits(loosestOf: .builtIn)
    limits.controlTokens = controlTokens
    self.init(ExampleContext(limits: limits), findings: LineFindings(isWanted: isWanted, mostStored: 20))
  }
}

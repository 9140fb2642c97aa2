import Diagnostics

extension DatasetValidation {
  /// The files whose first media resolution is another than those of the files before: of the training files for a validation
  /// file, of the shards before for a shard of the training dataset, or of a validation dataset that is checked alone.
  func mixedMediaResolutions(in files: [ValidatedFile]) -> [(dataset: Range<Int>, findings: FindingTally)] {
    var found: [(dataset: Range<Int>, findings: FindingTally)] = []
    for index in files.indices where areShards || index >= trainingPaths.count {
      let isBesideTraining = index >= trainingPaths.count && !trainingPaths.isEmpty
      let others = files[..<(isBesideTraining ? trainingPaths.count : index)]
      guard let resolution = files[index].mediaResolutions.first,
        let other = others.firstIndex(where: { !$0.mediaResolutions.isEmpty }),
        !others.contains(where: { $0.mediaResolutions.contains { $0.level == resolution.level } })
      else { continue }
      var ledger = FindingLedger(rules(ofFile: index))
      ledger.add(
        resolution.finding(
          beside: files[other].mediaResolutions[0], of: name(of: (trainingPaths + validationPaths)[other]),
          in: isBesideTraining ? "the training dataset" : "earlier shards"))
      found.append((index..<index + 1, ledger.tally))
    }
    return found
  }
}

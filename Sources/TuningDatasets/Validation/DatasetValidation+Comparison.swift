import Diagnostics

/// What the rules find that compare examples and files with each other.
extension DatasetValidation {
  /// Gives up examples of a file that was read, if those of all files are too many to be compared.
  func boundComparison(of file: inout ReadFile, besides files: [ReadFile]) {
    let others = files.reduce(0) { $0 + $1.lines.observations.compared.count }
    file.lines.observations.compared.keep(atMost: ComparedExamples.most - others)
  }

  /// The findings of each file.
  func comparisonFindings(in files: [ReadFile]) -> [FindingTally] {
    var ledgers = files.indices.map { FindingLedger(rules(ofFile: $0)) }
    if files.indices.contains(where: { DatasetComparison.isWanted(by: rules(ofFile: $0)) }) {
      let comparison = DatasetComparison(
        files.map(\.lines.observations.compared), datasets: datasets(of: files.count),
        trainingFiles: trainingPaths.count, atMost: rules.maximumFindings)
      for number in files.indices {
        let file = ComparedFile(comparison, number: number, of: files)
        DuplicateExample.check(file, &ledgers[number])
        ValidationOverlapsTraining.check(file, &ledgers[number])
        ConflictingAnswers.check(file, &ledgers[number])
      }
    }
    let others =
      compareInstructions(of: files, .instruction, \.instructions)
      + compareInstructions(of: files, .tools, \.tools)
    // Of a rule the first findings in the file are kept.
    for (file, finding) in others.sorted(by: {
      ($0.finding.location?.line ?? 0) < ($1.finding.location?.line ?? 0)
    }) {
      ledgers[file].add(finding)
    }
    if files.count > trainingPaths.count, hasWholeTraining(files) {
      let kinds = files.map(\.lines.observations.kinds)
      ValidationDiffersInKind.check(
        kinds.dropFirst(trainingPaths.count), beside: kinds.prefix(trainingPaths.count), &ledgers)
    }
    return ledgers.map(\.tally)
  }

  /// The files of each dataset, the validation dataset last.
  private func datasets(of files: Int) -> [Range<Int>] {
    let training = trainingPaths.indices
    let datasets = areShards && !training.isEmpty ? [training] : training.map { $0..<$0 + 1 }
    return files > training.count ? datasets + [training.count..<files] : datasets
  }

  /// The first file of the dataset of a file, by its number.
  func firstFile(ofDatasetWith number: Int) -> Int {
    number >= trainingPaths.count ? trainingPaths.count : areShards ? 0 : number
  }

  private func compareInstructions(
    of files: [ReadFile], _ subject: InconsistentInstruction.Subject,
    _ observed: KeyPath<Observations, Instructions>
  ) -> [(file: Int, finding: Finding)] {
    func instructions(of dataset: Range<Int>) -> InstructionsOfDataset {
      InstructionsOfDataset(
        dataset.map { ($0, files[$0].path, files[$0].lines.observations[keyPath: observed]) })
    }
    var found = datasets(of: files.count).flatMap {
      InconsistentInstruction.check(instructions(of: $0), subject)
    }
    let training = trainingPaths.indices
    if !training.isEmpty, files.count > training.count {
      found += InconsistentInstruction.check(
        instructions(of: training.count..<files.count), beside: instructions(of: training), subject)
    }
    return found
  }

  /// Whether there is a training dataset that was read to its end, with examples.
  private func hasWholeTraining(_ files: [ReadFile]) -> Bool {
    let training = files.prefix(trainingPaths.count)
    return training.allSatisfy { $0.lines.end.isAtEndOfFile && !$0.lines.isNoDataset }
      && training.contains { $0.lines.observations.totals.examples > $0.lines.observations.totals.foreign }
  }
}

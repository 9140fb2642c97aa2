extension DatasetValidation {
  /// Moves the distributions of a file to the first file with its role, which has those of all: there may be very many files.
  ///
  /// - Parameters:
  ///   - file: the file that was read last.
  ///   - files: those that were read before.
  func gatherDistributions(of file: inout ReadFile, into files: inout [ReadFile]) {
    guard gathersDistributions else { return }
    // Of a file that is not a dataset it is chance how much was read.
    if file.lines.isNoDataset { file.lines.observations.distributions = ExampleDistributions() }
    let first = files.count < trainingPaths.count ? 0 : trainingPaths.count
    guard first < files.count else { return }
    files[first].lines.observations.distributions.append(file.lines.observations.distributions)
    file.lines.observations.distributions = ExampleDistributions()
  }
}

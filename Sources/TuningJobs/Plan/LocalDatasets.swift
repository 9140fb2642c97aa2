import ByteStreams
import Diagnostics
import TuningDatasets

/// The local files that a job names for its datasets.
struct LocalDatasets {
  /// A file and its state when the work began; nil if the file does not exist.
  struct File {
    let role: FileRole
    let path: String
    let stateBefore: FileState?
  }

  /// The training dataset first.
  let files: [File]

  /// - Parameter folder: the job file's folder.
  init(_ job: TuningJob?, folder: String) {
    let paths = [(FileRole.training, job?.datasets.training), (.validation, job?.datasets.validation)]
    files = paths.compactMap { role, path in
      path.map { path in
        let path = RelativePath.joined(path.value, to: folder)
        return File(role: role, path: path, stateBefore: FileState(path: path))
      }
    }
  }

  /// Checks the files.
  func summarize<Failure: Error>(
    _ limits: Limits, _ requirements: DatasetRequirements, _ rules: RuleSettings, observers: [FileDigest],
    _ progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> [DatasetSummary] {
    guard !files.isEmpty else { return [] }
    var validation = DatasetValidation(trainingPaths: paths(.training), requirements: requirements)
    validation.validationPath = paths(.validation).first
    validation.limits = limits
    validation.rules = rules
    validation.observers = observers
    // What is on a receipt will be read again.
    validation.regularFilesOnly = !observers.isEmpty
    return try validation.summarize(progress: progress)
  }

  private func paths(_ role: FileRole) -> [String] { files.filter { $0.role == role }.map(\.path) }

  /// Why the datasets of a job cannot be part of a receipt, by role: no file is named, the file has changed since the work
  /// began, or not all of it was checked.
  func unvalidated(in job: TuningJob?, _ datasets: [DatasetSummary]) -> [FileRole: String] {
    let spec = job?.supervisedTuningSpec?.value
    var problems: [FileRole: String] = [:]
    for (role, uri) in [
      (FileRole.training, spec?.trainingDatasetUri), (.validation, spec?.validationDatasetUri),
    ]
    where uri != nil && !files.contains(where: { $0.role == role }) {
      problems[role] = "'datasets' has no local file for it"
    }
    for file in files where FileState(path: file.path) != file.stateBefore {
      problems[file.role] = "its file changed while it was read"
    }
    for dataset in datasets where dataset.hasBytesBehindGzip {
      problems[dataset.report.role] = "its gzip data are followed by bytes that were not checked"
    }
    return problems
  }
}

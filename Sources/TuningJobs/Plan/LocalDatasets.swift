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
    _ planning: JobPlanning, _ requirements: DatasetRequirements, observers: [FileDigest],
    _ progress: (DatasetValidation.Progress) throws(Failure) -> Void
  ) throws(Failure) -> [DatasetSummary] {
    guard !files.isEmpty else { return [] }
    var validation = DatasetValidation(trainingPaths: paths(.training), requirements: requirements)
    validation.validationPaths = paths(.validation)
    validation.limits = planning.limits
    validation.rules = planning.validation.rules
    if let rules = planning.rulesOfDataset {
      validation.rulesOfFiles = (validation.trainingPaths + validation.validationPaths).map(rules)
    }
    validation.tokenCounting = planning.tokenCounting
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

  /// Whether both datasets have the same bytes, compressed or not.
  ///
  /// - Complexity: O(1) if they differ in size or in the number of examples, otherwise linear in the files, which are read
  ///   again. Only regular files are.
  func areSame(_ datasets: [DatasetSummary]) -> Bool {
    guard files.count == 2, datasets.count == 2, files.allSatisfy({ $0.stateBefore?.isRegularFile == true })
    else { return false }
    let sizes = datasets.map { [$0.report.bytes, $0.report.examples, $0.report.turns, $0.textBytes] }
    guard datasets[0].report.examples > 0, sizes[0] == sizes[1] else { return false }
    do throws(ByteStreamError) {
      var first = try ByteStream(path: files[0].path, regularFilesOnly: true)
      var second = try ByteStream(path: files[1].path, regularFilesOnly: true)
      return try Self.haveSameBytes(&first, &second)
    } catch {
      // What cannot be read has been reported.
      return false
    }
  }

  private static func haveSameBytes(
    _ first: inout ByteStream, _ second: inout ByteStream
  ) throws(ByteStreamError) -> Bool {
    var (left, right) = (ArraySlice<UInt8>(), ArraySlice<UInt8>())
    while true {
      if left.isEmpty { left = try next(&first) }
      if right.isEmpty { right = try next(&second) }
      let count = min(left.count, right.count)
      if count == 0 { return left.isEmpty && right.isEmpty }
      guard left.prefix(count).elementsEqual(right.prefix(count)) else { return false }
      (left, right) = (left.dropFirst(count), right.dropFirst(count))
    }
  }

  /// The next bytes of a stream; none at its end.
  private static func next(_ stream: inout ByteStream) throws(ByteStreamError) -> ArraySlice<UInt8> {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var span = buffer.mutableSpan
    let count = try stream.read(into: &span)
    return buffer[..<count]
  }
}

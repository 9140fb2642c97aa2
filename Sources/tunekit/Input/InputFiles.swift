import ByteStreams
import Diagnostics

/// The files that a command is given, with those in folders.
struct InputFiles {
  private(set) var training: [String] = []
  private(set) var validation: [String] = []
  /// Which files were taken from what was given.
  private(set) var taken = TakenFiles()
  /// Those among the paths of files that are folders and cannot be read, each with the reason in a line.
  private(set) var unread: [String: String] = [:]
  private let options: InputOptions

  /// Looks for the files of folders, and takes each file once for training and once for validation. A file in a folder for
  /// training that is also given for validation is for that only.
  ///
  /// - Throws: ``Trouble`` for a folder without `--recursive`, or an option that does not fit the files.
  init(_ options: InputOptions, training: [String], validation: [String]) throws(Trouble) {
    self.options = options
    let ofValidation = try distinct(validation)
    let validationFolders = taken.folders
    taken.folders = []
    let ofTraining = try distinct(training, leavingOut: ofValidation)
    taken.folders += validationFolders
    taken.repeated = ofTraining.repeated + ofValidation.repeated
    (self.training, self.validation) = (ofTraining.paths, ofValidation.paths)
    if !training.isEmpty, ofTraining.paths.isEmpty {
      throw Trouble(
        "all datasets in \(training[0]) are given for validation, so none is left for training: give other files"
      )
    }
    let hasStandardInput = paths.contains(ByteStream.standardInputPath)
    if options.stdinFilename != nil, !hasStandardInput {
      throw Trouble("--stdin-filename is for standard input: give '-' as a file")
    }
    if options.since != nil, hasStandardInput {
      throw Trouble(
        "--since needs files, not standard input, because git compares the lines of a file with those that it had"
      )
    }
    if options.watch, hasStandardInput { throw Trouble("--watch needs files, not standard input") }
  }

  /// The paths of all files, those for validation last.
  var paths: [String] { training + validation }

  /// The paths by which settings are found.
  var pathsOfSettings: [String] {
    paths.map { $0 == ByteStream.standardInputPath ? options.stdinFilename ?? $0 : $0 }
  }

  /// The files among paths, with those in folders.
  ///
  /// - Parameter others: files of which none is taken from a folder.
  private mutating func distinct(
    _ paths: [String], leavingOut others: DistinctFiles = DistinctFiles()
  ) throws(Trouble) -> DistinctFiles {
    var files = DistinctFiles()
    for path in paths {
      guard DatasetFolder.isFolder(path) else {
        files.add(path)
        continue
      }
      guard options.recursive else {
        throw Trouble("\(path) is a directory: give files, or --recursive to check the datasets in it")
      }
      let found = try DatasetFolder.files(in: path)
      let own = found.files.filter { !others.contains($0) }
      if own.count < found.files.count {
        taken.forValidationOnly += found.files.filter(others.contains)
      }
      taken.folders.append(TakenFolder(path: path, files: own.filter { files.add($0) }))
      for folder in found.unread.keys.sorted() { files.add(folder) }
      unread.merge(found.unread) { first, _ in first }
    }
    return files
  }
}

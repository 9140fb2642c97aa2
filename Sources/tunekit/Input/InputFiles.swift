import ByteStreams
import Diagnostics

/// The files that a command is given, with those in folders.
struct InputFiles {
  private(set) var training: [String] = []
  private(set) var validation: [String] = []
  /// The folders among what was given.
  private(set) var folders: [TakenFolder] = []
  /// Those among the paths of files that are folders and cannot be read, each with the reason in a line.
  private(set) var unread: [String: String] = [:]
  private let options: InputOptions

  /// Looks for the files of folders.
  ///
  /// - Throws: ``Trouble`` for a folder without `--recursive`, or an option that does not fit the files.
  init(_ options: InputOptions, training: [String], validation: [String]) throws(Trouble) {
    self.options = options
    self.training = try expanded(training)
    self.validation = try expanded(validation)
    let hasStandardInput = paths.contains(ByteStream.standardInputPath)
    if options.stdinFilename != nil, !hasStandardInput {
      throw Trouble("--stdin-filename is for standard input: give '-' as a file")
    }
    if options.since != nil, hasStandardInput {
      throw Trouble("--since needs files, not standard input")
    }
    if options.watch, hasStandardInput { throw Trouble("--watch needs files, not standard input") }
  }

  /// The paths of all files, those for validation last.
  var paths: [String] { training + validation }

  /// The paths by which settings are found.
  var pathsOfSettings: [String] {
    paths.map { $0 == ByteStream.standardInputPath ? options.stdinFilename ?? $0 : $0 }
  }

  private mutating func expanded(_ paths: [String]) throws(Trouble) -> [String] {
    var files: [String] = []
    for path in paths {
      guard DatasetFolder.isFolder(path) else {
        files.append(path)
        continue
      }
      guard options.recursive else {
        throw Trouble("\(path) is a directory: give files, or --recursive to check the datasets in it")
      }
      let found = try DatasetFolder.files(in: path)
      folders.append(TakenFolder(path: path, files: found.files))
      files += found.files + found.unread.keys.sorted()
      unread.merge(found.unread) { first, _ in first }
    }
    return files
  }
}

import ByteStreams
import Diagnostics
import Settings

/// The files that a run reads and writes.
struct RunPaths {
  /// The datasets that are files.
  var datasets: [String] = []
  /// The folders that were given.
  var folders: [TakenFolder] = []
  /// What else is read, or would be if it existed.
  var others: [String] = []
  /// The file for fixed data.
  var fixedData: WrittenFile?
  /// The files of reports.
  var reports: [WrittenFile] = []
  /// The baseline if it is written.
  var baseline: WrittenFile?
  /// Whether the datasets themselves are fixed.
  var fixesInPlace = false

  /// Checks that no file that is written is one that is read, or is written for something else.
  ///
  /// - Throws: ``Trouble`` in one line with the option.
  func check() throws(Trouble) {
    let written = [fixedData].compactMap { $0 } + reports
    for file in written {
      // The next run would read it.
      for name in [Settings.fileName, Baseline.fileName] where file.realPath.hasSuffix("/" + name) {
        throw Trouble("\(file.option) has the name of a file that tunekit reads: choose another name")
      }
      if let folder = folders.first(where: { DatasetFolder.takes(file.realPath, from: $0.path) }) {
        throw Trouble(
          "\(file.option) would be one of the datasets in \(folder.path): choose a file outside it")
      }
    }
    // Fixing tells itself that a file for fixed data is the dataset.
    let others = others.filter { $0 != baseline?.path }
    try WrittenFile.check(written + [baseline].compactMap { $0 }, besides: others)
    try WrittenFile.check(reports + [baseline].compactMap { $0 }, besides: datasets)
  }

  // MARK: Watching

  /// The files and folders whose changes matter.
  var watched: [String] { datasets + others + watchedFolders }

  /// Whether a run itself can change what is watched.
  func isWritten(_ path: String) -> Bool {
    path == baseline?.path || watchedFolders.contains(path) || fixesInPlace && datasets.contains(path)
  }

  /// A folder changes when a file comes or goes.
  private var watchedFolders: [String] {
    folders.flatMap { [$0.path] + Set($0.files.map(WrittenFile.folder)).sorted() }
  }
}

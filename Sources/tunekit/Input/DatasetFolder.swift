import ByteStreams
import SystemPackage

/// A folder whose datasets are checked.
enum DatasetFolder {
  /// The endings of the files that are taken.
  private static let endings = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"]

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    guard !path.utf8.contains(0), !path.isEmpty else { return false }
    return (try? Stat(FilePath(path)))?.type == .directory
  }

  /// The datasets in a folder and those below it, in the order of their paths. Names that begin with a dot are left out, and
  /// so are folders behind symbolic links.
  ///
  /// - Throws: ``Trouble`` if a folder cannot be read, or there are no datasets.
  static func files(in folder: String) throws(Trouble) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in try names(in: next) where !name.hasPrefix(".") {
        let path = next.utf8.last == UInt8(ascii: "/") ? next + name : next + "/" + name
        guard let type = (try? Stat(FilePath(path), followTargetSymlink: false))?.type else { continue }
        if type == .directory {
          folders.append(path)
        } else if isDataset(name), type == .regular || type == .symbolicLink && !isFolder(path) {
          files.append(path)
        }
      }
    }
    if files.isEmpty {
      let list = endings.map { "*\($0)" }.joined(separator: ", ")
      throw Trouble("no datasets (\(list)) are in \(folder) or below it: check the path")
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a file would be found in a folder.
  ///
  /// - Parameter realPath: the path of the file from the root of the file system, without links.
  static func takes(_ realPath: String, from folder: String) -> Bool {
    guard let folder = RealPath.of(folder), isDataset(realPath) else { return false }
    let start = folder == "/" ? folder : folder + "/"
    guard realPath.hasPrefix(start) else { return false }
    return !realPath.dropFirst(start.count).split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private static func isDataset(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  private static func names(in folder: String) throws(Trouble) -> [String] {
    do throws(Errno) {
      return try SystemCalls.names(in: folder)
    } catch {
      throw Trouble(
        "the folder \(folder) cannot be read (\(error)): change its permissions, or give other files")
    }
  }
}

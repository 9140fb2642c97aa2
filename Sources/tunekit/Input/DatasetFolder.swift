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
  /// - Returns: the files, and the folders that cannot be read, each with the reason in a line.
  /// - Throws: ``Trouble`` if all folders can be read, and there are no datasets.
  static func files(in folder: String) throws(Trouble) -> (files: [String], unread: [String: String]) {
    var files: [String] = []
    var unread: [String: String] = [:]
    var folders = [folder]
    while let next = folders.popLast() {
      do throws(Errno) {
        for name in try SystemCalls.names(in: next) where !name.hasPrefix(".") {
          let path = next.utf8.last == UInt8(ascii: "/") ? next + name : next + "/" + name
          guard let type = try kind(at: path) else { continue }
          if type == .directory {
            folders.append(path)
          } else if isDataset(name), type == .regular || type == .symbolicLink && !isFolder(path) {
            files.append(path)
          }
        }
      } catch {
        unread[next] = reason(error, of: next)
      }
    }
    if files.isEmpty, unread.isEmpty {
      let list = endings.map { "*\($0)" }.joined(separator: ", ")
      throw Trouble("no datasets (\(list)) are in \(folder) or below it: check the path")
    }
    return (files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, unread)
  }

  /// What is at a path, which is not followed if it is a symbolic link; nil if it has gone meanwhile.
  private static func kind(at path: String) throws(Errno) -> FileType? {
    do throws(Errno) {
      return try Stat(FilePath(path), followTargetSymlink: false).type
    } catch {
      if error == .noSuchFileOrDirectory { return nil }
      throw error
    }
  }

  /// Why the datasets in a folder are not checked, in a line.
  private static func reason(_ error: Errno, of folder: String) -> String {
    let advice = error == .permissionDenied ? "change its permissions" : "check the path"
    return
      "the folder \(folder) cannot be read (\(error)), so the datasets in it are not checked: \(advice)"
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
}

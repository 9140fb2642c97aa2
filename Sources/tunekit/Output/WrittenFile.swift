import ByteStreams

/// A file that a run writes, as an option names it.
struct WrittenFile {
  /// The option with the path, such as `--output json=findings.json`.
  let option: String
  /// The path that the run uses.
  let path: String
  /// What is the same for all paths of the file.
  let realPath: String

  /// Describes a file, which does not have to exist.
  init(_ option: String, _ path: String) {
    (self.option, self.path) = (option, path)
    realPath = Self.realPath(of: RealPath.behindLinks(path) ?? path)
  }

  /// Checks that no file is written twice, and none that is read.
  ///
  /// - Throws: ``Trouble`` with the options that contradict each other.
  static func check(_ files: [WrittenFile], besides inputs: [String]) throws(Trouble) {
    let inputs = inputs.map(realPath)
    for (index, file) in files.enumerated() {
      if inputs.contains(file.realPath) {
        throw Trouble("\(file.option) would replace a file that is read: choose another file")
      }
      if let other = files[..<index].first(where: { $0.realPath == file.realPath }) {
        throw Trouble("\(other.option) and \(file.option) write the same file: choose another file for one")
      }
    }
  }

  /// Checks that a file gets the name that the user wrote.
  static func checkName(_ path: String) throws(Trouble) {
    // What the program gets of arguments that are not UTF-8: the file would have another name.
    if path.contains("\u{FFFD}") {
      throw Trouble("\(path) cannot be written, because its name is not UTF-8: choose another name")
    }
  }

  /// The part of a path up to its last slash; `.` without one.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
  }

  /// The path of a file, which does not have to exist, by which it is told from others.
  static func realPath(of path: String) -> String {
    if let real = RealPath.of(path) { return real }
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
    let folder = RealPath.of(folder(of: path)) ?? ""
    return (folder == "/" ? "" : folder) + "/" + (name ?? path)
  }
}

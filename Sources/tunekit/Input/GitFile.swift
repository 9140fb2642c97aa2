import ByteStreams

/// A file about which git is asked, in its own folder.
struct GitFile {
  /// The folder of the file, without symbolic links.
  private let folder: String
  /// The path of the file in its folder.
  let file: String

  /// What a hook gets from git, and what would make another repository of `folder`.
  private static let variables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"]

  /// Follows the links of a path.
  init(_ path: String) {
    let real = RealPath.of(path) ?? path
    let end = real.utf8.lastIndex(of: UInt8(ascii: "/")).map { real.utf8.index(after: $0) }
    folder = end.map { String(real[..<$0]) } ?? "."
    file = "./" + (end.map { String(real[$0...]) } ?? real)
  }

  /// Runs git, and reads its output.
  ///
  /// - Returns: whether git succeeded.
  func run(
    _ arguments: [String], readsErrors: Bool = false, _ read: (ArraySlice<UInt8>) -> Void = { _ in }
  ) throws(Trouble) -> Bool {
    try ChildProcess.run(
      ["git", "-C", folder, "--literal-pathspecs"] + arguments, without: Self.variables,
      readsErrors: readsErrors, read) == 0
  }

  /// What git says of a failure, in one line.
  func trouble(of arguments: [String]) throws(Trouble) -> String {
    var end: [UInt8] = []
    _ = try run(arguments, readsErrors: true) { end = Array((end + $0).suffix(4096)) }
    let lines = String(decoding: end, as: UTF8.self).split(separator: "\n").map(String.init)
    return lines.first { $0.hasPrefix("fatal: ") } ?? lines.last ?? "nothing"
  }

  /// The attribute by which git keeps other bytes than those of the file, such as `filter=lfs`; nil without one.
  func convertingAttribute() throws(Trouble) -> String? {
    var output: [UInt8] = []
    let names = ["filter", "working-tree-encoding"]
    _ = try run(["check-attr", "-z"] + names + ["--", file]) { output += $0 }
    // The path, the name and the value of each attribute.
    let words = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    for (name, value) in zip(words.dropFirst(), words.dropFirst(2)) where names.contains(name) {
      if value != "unspecified", value != "unset" { return "\(name)=\(value)" }
    }
    return nil
  }
}

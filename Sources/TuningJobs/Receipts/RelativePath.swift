import ByteStreams

/// Paths relative to a folder. They are compared byte by byte, as the system does: `é` in one character and in two are
/// different names.
enum RelativePath {
  private typealias Step = Substring.UTF8View

  private static let slash = UInt8(ascii: "/")

  /// The folder of a file, as a path that ends with a slash; empty for the current one.
  static func folder(of path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return "" }
    return String(Substring(path.utf8[...last]))
  }

  /// A relative path, joined to the path of its folder. The result is the path of a file, never that of standard input.
  static func joined(_ path: String, to folder: String) -> String {
    let joined = path.utf8.first == slash ? path : folder + path
    return joined == ByteStream.standardInputPath ? "./-" : joined
  }

  /// The path of a file relative to a folder. Symbolic links in both folders are resolved first, because `..` leads out of
  /// the folder that a symbolic link leads to.
  static func ofFile(_ path: String, from folder: String) -> String {
    let own = Self.folder(of: path)
    guard let real = RealPath.of(folder.isEmpty ? "." : folder),
      let realOwn = RealPath.of(own.isEmpty ? "." : own)
    else { return path }
    let name = Substring(path.utf8.dropFirst(own.utf8.count))
    return of(realOwn + "/" + name, from: real + "/")
  }

  /// A path relative to a folder, from the texts of both alone; the path itself if that is not possible.
  static func of(_ path: String, from folder: String) -> String {
    guard (path.utf8.first == slash) == (folder.utf8.first == slash) else { return path }
    let target = steps(of: path)
    let base = steps(of: folder)
    let common = zip(target, base).prefix { $0.elementsEqual($1) }.count
    // The name of the folder above an unknown one is not known.
    guard !base[common...].contains(where: isUp) else { return path }
    let up = base[common...].map { _ in ".."[...] }
    return (up + target[common...].map { Substring($0) }).joined(separator: "/")
  }

  /// Whether two paths are the same but for steps that have no effect.
  static func areSame(_ path: String, _ other: String) -> Bool {
    (path.utf8.first == slash) == (other.utf8.first == slash)
      && steps(of: path).elementsEqual(steps(of: other)) { $0.elementsEqual($1) }
  }

  /// The steps of a path, without those that have no effect.
  private static func steps(of path: String) -> [Step] {
    path[...].utf8.split(separator: slash).reduce(into: []) { steps, step in
      if step.elementsEqual(".".utf8) { return }
      if isUp(step), let last = steps.last, !isUp(last) { steps.removeLast() } else { steps.append(step) }
    }
  }

  private static func isUp(_ step: Step) -> Bool { step.elementsEqual("..".utf8) }
}

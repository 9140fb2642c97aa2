import ByteStreams

/// Paths from the root of the file system, without symbolic links in their folders.
enum FolderPath {
  private static let slash = UInt8(ascii: "/")

  /// The folder of a file from the root of the file system, with symbolic links resolved, and the name of the file. Steps
  /// that do not exist stay as they are; the folder is nil if it cannot be told what they would be.
  static func parts(of path: String) -> (folder: String?, name: String) {
    let (folder, name) = split(path)
    var missing: [String] = []
    var rest = folder
    while true {
      if let real = RealPath.of(rest.isEmpty ? "." : rest) {
        return (missing.reversed().reduce(real, joined), name)
      }
      while rest.utf8.last == slash { rest.removeLast() }
      let (parent, step) = split(rest)
      if step.isEmpty || step == ".." { return (nil, name) }
      missing.append(step)
      rest = parent
    }
  }

  /// The part of a path up to its last slash, and what follows.
  private static func split(_ path: String) -> (folder: String, name: String) {
    let end = path.utf8.lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
    return (String(path[..<end]), String(path[end...]))
  }

  /// A name in a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.utf8.last == slash ? folder + name : folder + "/" + name
  }

  /// The folder above one; nil for the root.
  static func parent(of folder: String) -> String? {
    guard folder != "/", let end = folder.utf8.lastIndex(of: slash) else { return nil }
    return end == folder.startIndex ? "/" : String(folder[..<end])
  }

  /// A path relative to a folder, both from the root: `a/b`, or `../b` for a file outside.
  static func relative(_ path: String, to folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(target, base).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    return (base[common...].map { _ in ".." } + target[common...]).joined(separator: "/")
  }

  /// A path as people read it: relative to the current folder if it is in that.
  static func shown(_ path: String) -> String {
    guard let current = RealPath.of(".") else { return path }
    let relative = relative(path, to: current)
    // A dash alone would be standard input.
    return relative == "-" ? "./-" : relative.hasPrefix("../") ? path : relative
  }
}

import ByteStreams

/// Paths from the root of the file system, without symbolic links in their folders.
enum FolderPath {
  private static let slash = UInt8(ascii: "/")

  /// The folder of a file from the root of the file system, with symbolic links resolved, and the name of the file; the folder
  /// is nil if it does not exist.
  static func parts(of path: String) -> (folder: String?, name: String) {
    let end = path.utf8.lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
    let folder = path[..<end]
    return (RealPath.of(folder.isEmpty ? "." : String(folder)), String(path[end...]))
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

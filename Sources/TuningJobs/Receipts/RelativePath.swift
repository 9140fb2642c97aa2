import ByteStreams

/// Paths counted from a folder.
enum RelativePath {
  /// The folder of a file, as a path; empty for the current one.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  /// A path that is relative to a folder, from where the folder's own path counts.
  static func joined(_ path: String, to folder: String) -> String {
    path.hasPrefix("/") ? path : folder + path
  }

  /// The path of a file as it is written from within a folder: of both it is asked where their folders really are, since
  /// `..` leads out of the folder that a symbolic link leads to.
  static func ofFile(_ path: String, from folder: String) -> String {
    let own = Self.folder(of: path)
    guard let real = RealPath.of(folder.isEmpty ? "." : folder),
      let realOwn = RealPath.of(own.isEmpty ? "." : own)
    else { return path }
    return of(realOwn + "/" + path.dropFirst(own.count), from: real + "/")
  }

  /// A path as it is written from within a folder, by the letters alone; the path itself where that cannot be told.
  static func of(_ path: String, from folder: String) -> String {
    guard path.hasPrefix("/") == folder.hasPrefix("/") else { return path }
    let target = components(path)
    let base = components(folder)
    let common = zip(target, base).prefix { $0 == $1 }.count
    // What the folder above an unknown one is called, nobody knows.
    guard !base[common...].contains("..") else { return path }
    return (base[common...].map { _ in ".." } + target[common...]).joined(separator: "/")
  }

  /// The steps of a path, without those that lead nowhere.
  private static func components(_ path: String) -> [Substring] {
    path.split(separator: "/").reduce(into: []) { steps, step in
      if step == "." { return }
      if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(step) }
    }
  }
}

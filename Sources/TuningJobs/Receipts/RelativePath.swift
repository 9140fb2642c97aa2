/// Paths counted from a folder, by their letters alone: nothing is asked of the system.
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

  /// A path as it is written from within a folder; the path itself where that cannot be told.
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

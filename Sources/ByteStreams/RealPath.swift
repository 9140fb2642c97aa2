/// Where a path leads.
public enum RealPath {
  /// As many links in a row as the system follows.
  private static let mostLinks = 40

  /// The absolute path of what a path leads to, without symbolic links, `.` and `..`; nil if it leads nowhere.
  ///
  /// - Complexity: one system call for each step of the path.
  public static func of(_ path: String) -> String? {
    path.utf8.contains(0) ? nil : UnsafeBoundary.realPath(path)
  }

  /// The path itself, or, if a symbolic link is there, its target, which does not have to exist; nil for links
  /// that lead in a circle.
  ///
  /// Otherwise, a file that replaces another one by its name would replace the link:
  ///
  ///     out/receipt.json ─▶ ../kept/receipt.json        out/../kept/receipt.json
  ///
  /// - Complexity: one system call for each link.
  public static func behindLinks(_ path: String) -> String? {
    guard !path.utf8.contains(0) else { return path }
    var path = path
    for _ in 0...mostLinks {
      guard let target = UnsafeBoundary.linkTarget(path) else { return path }
      let slash = UInt8(ascii: "/")
      let folder = path.utf8.lastIndex(of: slash).map { path[...$0] } ?? ""
      path = target.utf8.first == slash ? target : folder + target
    }
    return nil
  }

  /// Whether a path can mean another file to another process, as `/dev/stdin`, `/dev/fd/3` and `/proc/self/fd/3` do.
  package static func isOfProcess(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    guard let real = of(String(folder)) else { return false }
    return real == "/dev" || real.hasPrefix("/proc/")
  }
}

/// Where a path leads.
public enum RealPath {
  /// The absolute path of what a path leads to, without symbolic links, `.` and `..`; nil where it leads nowhere.
  ///
  /// - Complexity: one system call for each step of the path.
  public static func of(_ path: String) -> String? {
    path.utf8.contains(0) ? nil : UnsafeBoundary.realPath(path)
  }
}

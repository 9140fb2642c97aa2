import SystemPackage

/// What tells that a file has been changed or replaced: which file it is, how long, and when it was last written.
public struct FileState: Equatable, Sendable {
  /// Whether it is a file that can be read again, not a pipe or a device.
  public let isRegularFile: Bool
  /// Whether the file has more than one name, by hard links.
  package let hasOtherNames: Bool
  private let inode: UInt64
  private let size: Int64
  private let modified: [Int]

  /// The state of the file at a path; nil if the system does not give it, such as for a missing file.
  ///
  /// - Complexity: one system call.
  public init?(path: String) {
    guard !path.utf8.contains(0), let status = try? Stat(FilePath(path)) else { return nil }
    isRegularFile = status.type == .regular
    hasOtherNames = status.linkCount > 1
    inode = UInt64(status.inode.rawValue)
    size = Int64(status.size)
    modified = UnsafeBoundary.modificationTime(status)
  }

  /// Whether the file at a path may be written. Nothing is written.
  package static func isWritable(_ path: String) -> Bool {
    guard let file = try? FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec) else {
      return false
    }
    try? file.close()
    return true
  }
}

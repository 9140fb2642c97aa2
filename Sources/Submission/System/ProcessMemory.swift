/// The memory of this process, in which tokens are.
public enum ProcessMemory {
  /// Has no core file written of this process, and on Linux lets no other process of the same user look into it.
  ///
  /// A program calls it before it reads credentials. Afterwards, `/proc/self` belongs to root, so that a process of another
  /// user cannot list its own open files there.
  public static func hide() { CurlConnections.hideMemory() }
}

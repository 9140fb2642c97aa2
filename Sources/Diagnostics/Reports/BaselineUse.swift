/// What the baseline of a run was used for.
public struct BaselineUse: Sendable, Equatable {
  /// The path of the file.
  public let path: String
  /// Whether it was written by this run.
  public let isWritten: Bool
  /// How many entries it has.
  public let entries: Int
  /// How many findings were not shown, because they are in it.
  public let suppressed: Int
  /// How many entries have findings that were not found any more.
  public let stale: Int

  /// Describes the use of a baseline.
  public init(path: String, isWritten: Bool, entries: Int, suppressed: Int, stale: Int) {
    self.path = path
    self.isWritten = isWritten
    self.entries = entries
    self.suppressed = suppressed
    self.stale = stale
  }
}

/// The revision since which lines were added that a run is about.
public struct SinceUse: Sendable, Equatable {
  /// The revision.
  public let revision: String
  /// How many findings are not shown, because their lines are older.
  public let leftOut: Int

  /// Describes a revision and what was left out.
  public init(revision: String, leftOut: Int) {
    self.revision = revision
    self.leftOut = leftOut
  }
}

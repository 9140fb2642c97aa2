/// The settings files of a run.
public struct AppliedSettings: Sendable, Equatable {
  /// The paths of the files, each before those that take precedence over it.
  public let files: [String]
  /// Whether they change limits of the model.
  public let changesLimits: Bool

  /// Describes the settings files of a run.
  public init(files: [String] = [], changesLimits: Bool = false) {
    self.files = files
    self.changesLimits = changesLimits
  }
}

/// A folder that was given, and the files that were taken from it.
public struct TakenFolder: Sendable, Equatable {
  /// The path of the folder as the user wrote it.
  public let path: String
  /// The paths of the files, in the order in which they were checked.
  public let files: [String]

  /// Describes a folder.
  public init(path: String, files: [String]) {
    self.path = path
    self.files = files
  }
}

/// Which files were taken from what was given.
public struct TakenFiles: Sendable, Equatable {
  /// The folders that were given.
  public var folders: [TakenFolder] = []
  /// The files that were given more than once, and taken once.
  public var repeated: [String] = []
  /// The files in folders for training that were taken for validation only, because they were given for that.
  public var forValidationOnly: [String] = []

  /// No files in folders, and each one once.
  public init() {}
}

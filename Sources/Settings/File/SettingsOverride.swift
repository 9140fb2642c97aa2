/// What a settings file says of the rules for some files.
public struct SettingsOverride: Equatable, Sendable {
  /// The files, relative to the folder of the settings file.
  public internal(set) var paths: [PathPattern] = []
  /// What it says.
  public internal(set) var rules = RuleLayer()
  /// The folder of the settings file, from the root of the file system.
  let folder: String

  /// Whether it is about a file.
  ///
  /// - Parameter path: the path from the root of the file system.
  func applies(to path: String) -> Bool {
    let relative = FolderPath.relative(path, to: folder)
    return paths.contains { $0.matches(relative) }
  }
}

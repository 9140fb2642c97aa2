public import Diagnostics
public import ModelCatalog

/// What a settings file and those that it extends say together.
public struct Settings: Sendable {
  /// The name under which a settings file is found.
  public static let fileName = ".tunekit.json"
  /// The longest settings file in bytes.
  public static let maximumFileBytes = 1 << 20

  /// The paths of the files as they are shown, each before those that take precedence over it.
  public private(set) var files: [String] = []
  /// The folder of the file that was found, from the root of the file system; nil without one.
  public let folder: String?
  /// The model to tune.
  public private(set) var model: Setting<String>?
  /// Limits in place of those of the model.
  public private(set) var limits: [TuningLimit: Setting<Int>] = [:]
  /// The longest line to read.
  public private(set) var maximumLineBytes: Setting<Int>?
  /// The severity that makes the exit status 1: `error`, `warning` or `never`.
  public private(set) var failOn: Setting<String>?
  /// The most findings to show per rule and file.
  public private(set) var maximumFindings: Setting<Int>?

  /// What each file says of the rules for all files, and for some.
  private var rules: [RuleLayer] = []
  private var overrides: [SettingsOverride] = []

  /// The settings where there is no file.
  public static let none = Settings(folder: nil)

  init(folder: String?) { self.folder = folder }

  /// Adds what a file says, which takes precedence over what the files before it say.
  mutating func add(_ file: SettingsFile) {
    files.append(file.text.path)
    model = file.model ?? model
    limits.merge(file.limits) { $1 }
    maximumLineBytes = file.maximumLineBytes ?? maximumLineBytes
    failOn = file.failOn ?? failOn
    maximumFindings = file.maximumFindings ?? maximumFindings
    if !file.rules.isEmpty { rules.append(file.rules) }
    overrides += file.overrides
  }

  /// The layers of rules that apply to a file, each before those that take precedence over it.
  ///
  /// - Parameter path: the path from the root of the file system; nil for one that has none.
  func layers(for path: String?) -> [RuleLayer] {
    rules + overrides.filter { override in path.map(override.applies) ?? false }.map(\.rules)
  }

  /// The rules for a file.
  ///
  /// - Parameters:
  ///   - path: the path as the user wrote it.
  ///   - options: what the options of the command say, which takes precedence.
  /// - Throws: a pattern of the options that matches no rule.
  public func rules(
    for path: String, _ options: RuleLayer, in book: RuleBook
  ) throws(RuleSettings.UnknownPattern) -> RuleSettings {
    var settings = RuleSettings(book)
    for layer in layers(for: Self.fullPath(path)) + [options] { try settings.apply(layer.choices) }
    return settings
  }

  /// Whether there are rules for some files only.
  public var hasOverrides: Bool { !overrides.isEmpty }

  /// The numbers of the overrides that apply to a file. Files with the same numbers have the same rules.
  public func overrides(for path: String) -> [Int] {
    if overrides.isEmpty { return [] }
    return Self.fullPath(path).map { full in overrides.indices.filter { overrides[$0].applies(to: full) } }
      ?? []
  }

  /// A path from the root of the file system; nil if its folder does not exist.
  static func fullPath(_ path: String) -> String? {
    let (folder, name) = FolderPath.parts(of: path)
    return folder.map { FolderPath.joined($0, name) }
  }
}

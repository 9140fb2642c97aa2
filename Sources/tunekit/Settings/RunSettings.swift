import ByteStreams
import Diagnostics
import ModelCatalog
import Reports
import Settings
import TuningDatasets
import TuningJobs

/// The settings files of a run: what they say of each file, and of the run as a whole.
struct RunSettings {
  private let paths: [String]
  /// The settings of each path.
  private let settings: [Settings]
  /// Whether the options name the settings file, or leave it out.
  private let isFixed: Bool

  /// Finds and reads the settings files.
  ///
  /// - Parameter paths: the files that are checked; `-` has the settings of the current folder.
  /// - Throws: ``Trouble`` if a settings file cannot be used.
  init(_ options: SettingsOptions, for paths: [String]) throws(Trouble) {
    self.paths = paths
    isFixed = options.isolated || options.config != nil
    if options.isolated {
      guard options.config == nil else { throw Trouble("--config and --isolated cannot be used together") }
      settings = paths.map { _ in .none }
      return
    }
    var finder = SettingsFinder(.all, reading: Self.read)
    do throws(SettingsFault) {
      if let config = options.config {
        let given = try finder.settings(ofFileAt: config)
        settings = paths.map { _ in given }
      } else {
        var found: [Settings] = []
        for path in paths { found.append(try finder.settings(for: path)) }
        settings = found
      }
    } catch {
      throw Trouble(error.message)
    }
  }

  private static func read(_ path: String) throws(SettingsFault) -> [UInt8] {
    do throws(Trouble) {
      return try SmallFile.read(
        path, as: "settings file", atMost: Settings.maximumFileBytes, regularFilesOnly: true)
    } catch {
      throw SettingsFault(error.message)
    }
  }

  /// The settings files that are used, and those that would be found in the folders of the files.
  var watched: [String] {
    let beside = isFixed ? [] : paths.map(WrittenFile.folder).map { $0 + "/" + Settings.fileName }
    return applied.files + Set(beside).subtracting(applied.files).sorted()
  }

  /// What the report says of the settings.
  var applied: AppliedSettings {
    var files: [String] = []
    for file in settings.flatMap(\.files) where !files.contains(file) { files.append(file) }
    return AppliedSettings(files: files, changesLimits: settings.contains { !$0.limits.isEmpty })
  }

  /// The folder of the settings file of the first file, from the root of the file system.
  var folder: String? { settings.first?.folder }

  /// Checks that no baseline beside a settings file is for only some of the files.
  func checkBaselines(_ options: BaselineOptions) throws(Trouble) {
    let folders = Set(settings.map(\.folder))
    guard folders.count > 1, options.baseline == nil, !options.noBaseline else { return }
    let paths = Set(folders.map { BaselineFile.path(options, besideSettingsIn: $0) }).sorted()
    let path = options.writeBaseline ? paths.first : paths.first { FileState(path: $0) != nil }
    guard let path else { return }
    throw Trouble(
      "\(path) is the baseline of only some of the files: check them in runs of their own, or give one for all with "
        + "--baseline")
  }

  // MARK: The run

  /// A setting of the run as a whole, which must be the same for all files.
  ///
  /// - Parameters:
  ///   - name: the name of the field.
  ///   - option: the option that takes precedence.
  /// - Throws: ``Trouble`` if files have different values.
  private func value<Value: Equatable & Sendable>(
    _ name: String, _ option: String?, _ field: (Settings) -> Setting<Value>?
  ) throws(Trouble) -> Setting<Value>? {
    guard let first = settings.first else { return nil }
    for index in settings.indices.dropFirst() where field(settings[index])?.value != field(first)?.value {
      let places = [(paths[0], field(first)), (paths[index], field(settings[index]))].map { path, setting in
        "\(path) has " + (setting.map { "\($0.value) (\($0.origin))" } ?? "none")
      }
      throw Trouble(
        "the files have different settings of '\(name)': \(places.joined(separator: ", ")): "
          + (option.map { "give \($0), or " } ?? "") + "check the files in separate runs")
    }
    return field(first)
  }

  /// The model to tune.
  func model() throws(Trouble) -> Setting<String>? { try value("model", "--model") { $0.model } }

  /// The longest line to read.
  func maximumLineBytes() throws(Trouble) -> Int? {
    try value("maximumLineBytes", "--max-line-bytes") { $0.maximumLineBytes }?.value
  }

  /// The most findings to show per rule and file.
  func maximumFindings() throws(Trouble) -> Int? {
    try value("maximumFindings", "--max-findings") { $0.maximumFindings }?.value
  }

  /// Which findings make the command fail.
  func failOn() throws(Trouble) -> FailureChoice? {
    try value("failOn", "--fail-on") { $0.failOn }.flatMap { FailureChoice(rawValue: $0.value) }
  }

  /// Does some work; trouble with what a settings file says begins with the place there.
  static func naming<Result>(
    _ origin: SettingsOrigin?, _ work: () throws(Trouble) -> Result
  ) throws(Trouble) -> Result {
    do throws(Trouble) {
      return try work()
    } catch {
      guard case .file = origin, let origin else { throw error }
      throw Trouble("\(origin): \(error.message)")
    }
  }

  /// The limits in place of those of the model.
  func limits() throws(Trouble) -> [TuningLimit: Int] {
    var limits: [TuningLimit: Int] = [:]
    if settings.allSatisfy({ $0.limits.isEmpty }) { return limits }
    for limit in TuningLimit.allCases {
      limits[limit] = try value("limits.\(limit.rawValue)", nil) { $0.limits[limit] }?.value
    }
    return limits
  }

  // MARK: Rules

  /// The rules of each file; of one only if all have the same.
  ///
  /// - Parameter isOfDatasets: whether there is no need of the rules of jobs, beyond what options and settings say of them.
  func rules(_ options: RuleOptions, ofDatasets isOfDatasets: Bool = false) throws(Trouble) -> [RuleSettings]
  {
    // To describe all rules takes a noticeable part of a short run.
    let book = isOfDatasets && options.isEmpty && applied.files.isEmpty ? RuleBook.datasets : .all
    let layer = try options.layer()
    var known: [RuleKey: Int] = [:]
    var distinct: [RuleSettings] = []
    var ofFiles: [Int] = []
    for (path, settings) in zip(paths, settings) {
      let key = RuleKey(files: settings.files, overrides: settings.overrides(for: path))
      if known[key] == nil {
        known[key] = distinct.count
        distinct.append(try Self.rules(of: settings, for: path, layer, in: book))
      }
      ofFiles.append(known[key] ?? 0)
    }
    return distinct.count < 2 ? distinct : ofFiles.map { distinct[$0] }
  }

  /// The rules of files that are found later, by the settings of the first one; nil if they are those of all files.
  func rulesOfOthers(_ options: RuleOptions) throws(Trouble) -> (@Sendable (String) -> RuleSettings)? {
    guard let settings = settings.first, settings.hasOverrides else { return nil }
    let layer = try options.layer()
    let own = try Self.rules(of: settings, for: paths[0], layer, in: .all)
    // The patterns are known: they were read before.
    return { path in (try? settings.rules(for: path, layer, in: .all)) ?? own }
  }

  /// All that is in force for the first file.
  ///
  /// - Parameter limits: the limits of the model.
  func resolved(
    for path: String, _ options: RuleOptions, by limits: TuningLimits
  ) throws(Trouble) -> ResolvedSettings {
    let settings = settings.first ?? .none
    let layer = try options.layer()
    do throws(RuleSettings.UnknownPattern) {
      let rules = try settings.resolvedRules(for: path, layer, in: .all)
      return ResolvedSettings(
        settings, for: path, rules: rules, limits: limits,
        maximumFindings: RuleSettings.usualMaximumFindings, maximumLineBytes: Limits().maximumLineBytes)
    } catch {
      throw RuleOptions.unknown(error.pattern)
    }
  }

  /// What files with the same rules have in common.
  private struct RuleKey: Hashable {
    let files: [String]
    let overrides: [Int]
  }

  private static func rules(
    of settings: Settings, for path: String, _ layer: RuleLayer, in book: RuleBook
  ) throws(Trouble) -> RuleSettings {
    do throws(RuleSettings.UnknownPattern) {
      return try settings.rules(for: path, layer, in: book)
    } catch {
      throw RuleOptions.unknown(error.pattern)
    }
  }
}

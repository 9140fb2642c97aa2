import ByteStreams
public import Diagnostics

/// Finds and reads settings files. Each is read once.
public struct SettingsFinder {
  /// Reads the file at a path.
  public typealias Read = (_ path: String) throws(SettingsFault) -> [UInt8]

  private let book: () -> RuleBook
  private let read: Read
  /// The settings that were found, by the folder of the file that was asked for.
  private var found: [String: Settings] = [:]
  /// The settings that were read, by the path of the file.
  private var known: [String: Settings] = [:]

  /// How many files one may extend, with those that they extend.
  static let mostFiles = 64
  /// How many files may extend each other in a row.
  static let mostLevels = 16

  /// Prepares to find settings about these rules. They are asked for when a file is found.
  public init(_ book: @autoclosure @escaping () -> RuleBook, reading read: @escaping Read) {
    self.book = book
    self.read = read
  }

  /// The settings for a file: those of the nearest `.tunekit.json` in its folder or one above; none without such a file.
  ///
  /// - Parameter path: the path as the user wrote it; the file does not have to exist.
  public mutating func settings(for path: String) throws(SettingsFault) -> Settings {
    guard let folder = FolderPath.parts(of: path).folder else { return .none }
    if let settings = found[folder] { return settings }
    var next: String? = folder
    var settings = Settings.none
    while let folder = next {
      let file = FolderPath.joined(folder, Settings.fileName)
      if FileState(path: file) != nil {
        settings = try self.settings(ofFileAt: file)
        break
      }
      next = FolderPath.parent(of: folder)
    }
    found[folder] = settings
    return settings
  }

  /// The settings of a file and those that it extends.
  public mutating func settings(ofFileAt path: String) throws(SettingsFault) -> Settings {
    let full = Settings.fullPath(path) ?? path
    if let settings = known[full] { return settings }
    var settings = Settings(folder: FolderPath.parts(of: full).folder)
    var chain: [(real: String, shown: String)] = []
    var count = 0
    try add(full, to: &settings, &chain, &count)
    known[full] = settings
    return settings
  }

  /// A path from the root of the file system as people read it: relative to the current folder if it is in that.
  public static func shown(_ path: String) -> String { FolderPath.shown(path) }

  /// Adds the files that one extends, and then the file itself.
  private func add(
    _ path: String, to settings: inout Settings, _ chain: inout [(real: String, shown: String)],
    _ count: inout Int
  ) throws(SettingsFault) {
    count += 1
    let shown = FolderPath.shown(path)
    let folder = FolderPath.parts(of: path).folder ?? "/"
    let file = try SettingsFile(try read(shown), path: shown, folder: folder, book: book())
    chain.append((RealPath.of(path) ?? path, shown))
    for other in file.extends {
      let target = other.value.hasPrefix("/") ? other.value : FolderPath.joined(folder, other.value)
      let full = Settings.fullPath(target) ?? target
      if let real = RealPath.of(full), let first = chain.firstIndex(where: { $0.real == real }) {
        let circle = (chain[first...] + [chain[first]]).map(\.shown).joined(separator: " → ")
        throw SettingsFault("\(other.origin): the settings extend each other in a circle: \(circle)")
      }
      guard FileState(path: full) != nil else {
        throw SettingsFault("\(other.origin): \(FolderPath.shown(full)) does not exist: correct 'extends'")
      }
      guard chain.count < Self.mostLevels, count < Self.mostFiles else {
        throw SettingsFault(
          "\(other.origin): too many settings files extend each other: at most \(Self.mostFiles) are read, "
            + "\(Self.mostLevels) in a row")
      }
      try add(full, to: &settings, &chain, &count)
    }
    chain.removeLast()
    settings.add(file)
  }
}

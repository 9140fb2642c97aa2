import Diagnostics
import Foundation
import Settings
import TestSupport
import TuningJobs

/// A folder with settings files, made for a test.
struct SettingsFolder: ~Copyable {
  private let folder: TemporaryFolder

  init(_ files: [String: String]) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      let path = folder.path(name)
      let parent = path[..<(path.lastIndex(of: "/") ?? path.endIndex)]
      try FileManager.default.createDirectory(atPath: String(parent), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    self.folder = folder
  }

  func path(_ name: String) -> String { folder.path(name) }

  func finder() -> SettingsFinder {
    SettingsFinder(.all) { (path) throws(SettingsFault) in
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw SettingsFault("\(path) does not exist")
      }
      return [UInt8](bytes)
    }
  }

  func settings(for name: String) throws -> Settings {
    var finder = finder()
    return try finder.settings(for: path(name))
  }

  /// The rules for a file, with what options say.
  func rules(for name: String, _ options: RuleLayer = RuleLayer()) throws -> RuleSettings {
    try settings(for: name).rules(for: path(name), options, in: .all)
  }

  /// The fault of the settings for a file, with the folder's path taken out; nil if there is none.
  func fault(for name: String) -> String? {
    do throws(SettingsFault) {
      var finder = finder()
      _ = try finder.settings(for: path(name))
      return nil
    } catch {
      return error.message.replacing(path(""), with: "")
    }
  }
}

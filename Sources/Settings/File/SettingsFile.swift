import Diagnostics
import Documents
import ModelCatalog

/// A settings file, without the files that it extends.
struct SettingsFile: Sendable {
  let text: SettingsText
  /// The files that it extends, by their paths relative to its folder.
  var extends: [Setting<String>] = []
  var rules = RuleLayer()
  var model: Setting<String>?
  var limits: [TuningLimit: Setting<Int>] = [:]
  var maximumLineBytes: Setting<Int>?
  var failOn: Setting<String>?
  var maximumFindings: Setting<Int>?
  var overrides: [SettingsOverride] = []

  /// Reads a file. Comments and trailing commas are allowed.
  ///
  /// - Parameters:
  ///   - path: the path as it is shown.
  ///   - folder: the folder, from the root of the file system.
  /// - Throws: the first fault, in a line that begins with its place.
  /// - Complexity: linear in the file, times the number of rules.
  init(_ bytes: [UInt8], path: String, folder: String, book: RuleBook) throws(SettingsFault) {
    text = SettingsText(bytes, path: path, folder: folder, book: book)
    do throws(DocumentFault) {
      let reader = try DocumentReader(DocumentComments.blanked(bytes), atMost: Settings.maximumFileBytes)
      try reader.read(SettingsSchema.file.fields, into: &self)
    } catch {
      throw SettingsFault("\(path):\(error)")
    }
  }
}

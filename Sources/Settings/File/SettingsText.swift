import Diagnostics
import Documents

/// The text of a settings file while it is read: what tells where a value comes from.
struct SettingsText: Sendable {
  /// The path of the file as it is shown.
  let path: String
  /// The folder, from the root of the file system.
  let folder: String
  /// The rules that there are.
  let book: RuleBook
  /// Where each line but the first begins.
  private let lineStarts: [Int]

  init(_ bytes: [UInt8], path: String, folder: String, book: RuleBook) {
    (self.path, self.folder, self.book) = (path, folder, book)
    lineStarts = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// A value that was read, with its place. O(log n) in the lines of the file.
  func setting<Value: Sendable>(_ value: Value, of reader: DocumentReader) -> Setting<Value> {
    let offset = reader.value.range.lowerBound
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return Setting(value, from: .file(path, line: low + 1))
  }
}

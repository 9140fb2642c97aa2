import Foundation

/// A folder that is gone, with all that is in it, when the value is.
package struct TemporaryFolder: ~Copyable {
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/tunekit-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  // Nothing depends on its going: what is left behind lies in the system's folder for temporary files.
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` in the folder; shells need no quotes around it.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file and returns its path.
  package func write(_ bytes: [UInt8], as name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  package func read(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}

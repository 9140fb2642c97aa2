import Foundation

/// A file with an input, gone when the value is.
struct InputFile: ~Copyable {
  let path: String

  init(_ bytes: [UInt8]) throws(BrokenInvariant) {
    path = FileManager.default.temporaryDirectory.path + "/tunekit-fuzz-\(UUID().uuidString).jsonl"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw BrokenInvariant("the input could not be written: \(error)")
    }
  }

  // Nothing depends on its going: it lies in the system's folder for temporary files.
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

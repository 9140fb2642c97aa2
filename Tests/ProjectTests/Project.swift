import Foundation
import TestSupport

/// The project's own files, as its tests read them.
enum Project {
  /// A Swift file.
  struct SwiftFile {
    /// The path from the project's root.
    let path: String
    let text: String

    /// The modules it imports.
    var imports: Set<String> {
      Set(
        code.split(separator: "\n").compactMap { line in
          var words = line.split(separator: " ")
          if let first = words.first,
            ["public", "internal", "private", "fileprivate", "package"].contains(first)
          {
            words.removeFirst()
          }
          guard words.first == "import", words.count > 1 else { return nil }
          // `import struct Foundation.URL` names its module before the point.
          let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
          ]
          let module = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
          return module.split(separator: ".").first.map(String.init)
        })
    }

    /// The text without comments that fill a line.
    var code: String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }
  }

  private static let root = ProjectFolder.url

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders in a folder.
  static func folders(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey]
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }

  /// All Swift files below a folder.
  static func swiftFiles(in path: String) throws -> [SwiftFile] {
    let folder = root.appending(path: path)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .map { file in
        SwiftFile(
          path: String(file.path.dropFirst(root.path.count)),
          text: try String(contentsOf: file, encoding: .utf8))
      }
  }
}

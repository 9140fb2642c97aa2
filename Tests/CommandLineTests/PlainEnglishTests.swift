import Foundation
import TestSupport
import Testing

/// Everything that people read is in plain English: the texts of the program and of the catalogue, and the articles.
@Suite struct PlainEnglishTests {
  /// The files of the project with one of the extensions, in a folder or at its root.
  private static func files(in folder: String, _ extensions: Set<String>) -> [URL] {
    let url = ProjectFolder.url.appending(path: folder)
    let files = FileManager.default.enumerator(
      at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    return (files?.allObjects as? [URL] ?? []).filter { extensions.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  /// The string literals of a Swift file, a line each. Code inside an interpolation can be among them.
  private static func literals(of code: String) -> [String] {
    var isInBlock = false
    var texts: [String] = []
    for line in code.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      if line.contains(#"""""#) {
        isInBlock.toggle()
      } else if isInBlock {
        texts.append(String(line))
      } else {
        texts += line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      }
    }
    return texts
  }

  @Test("help, messages and other texts of the program", arguments: files(in: "Sources", ["swift", "json"]))
  func program(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let texts = file.pathExtension == "swift" ? Self.literals(of: text) : [text]
    for text in texts { #expect(PlainEnglish.corrections(of: text) == [], "\(text)") }
  }

  @Test(
    "README, changelog and articles",
    arguments: ["README.md", "CHANGELOG.md"].map { ProjectFolder.url.appending(path: $0) }
      + files(in: "Sources", ["md"]) + files(in: "Fixtures", ["md"]) + files(in: "Benchmarks", ["md"]))
  func articles(file: URL) throws {
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      #expect(PlainEnglish.corrections(of: String(line)) == [], "\(line)")
    }
  }
}

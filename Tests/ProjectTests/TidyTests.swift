import TestSupport
import Testing

/// The project's own manners.
@Suite struct TidyTests {
  /// Words that have no place in sources, and why.
  private static let banned = [
    "try!": "a failure is shown, not trapped",
    "as!": "a wrong type is shown, not trapped",
    "fatalError(": "no input may end the program; a mistake of ours is a precondition",
    "TODO": "what is to be done stands in an issue",
    "FIXME": "what is to be done stands in an issue",
    "@unchecked Sendable": "the compiler checks what threads share",
  ]

  private static func sources() throws -> [Project.SwiftFile] {
    try Project.swiftFiles(in: "Sources") + Project.swiftFiles(in: "Benchmarks/Sources")
  }

  @Test("sources hold none of the banned words", arguments: banned.keys.sorted())
  func words(word: String) throws {
    for file in try Self.sources() where !file.path.contains("PlaceholderAnswer") {
      let found = file.code.split(separator: "\n").first { $0.contains(word) }
      #expect(found == nil, "\(file.path): '\(word)' (\(Self.banned[word] ?? "")): \(found ?? "")")
    }
  }

  @Test(
    "comments beside the texts that people see are in plain English, as those are",
    arguments: ["Sources/TuningDatasets/Rules", "Sources/TuningJobs/Rules", "Sources/TuningJobs/Names"])
  func comments(folder: String) throws {
    for file in try Project.swiftFiles(in: folder) {
      for line in file.text.split(separator: "\n") {
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("//") else { continue }
        #expect(PlainEnglish.corrections(of: String(text)) == [], "\(file.path): \(text)")
      }
    }
  }

  @Test("no source file is longer than 250 lines")
  func length() throws {
    for file in try Self.sources() {
      let lines = file.text.count { $0 == "\n" }
      #expect(lines <= 250, "\(file.path) has \(lines) lines")
    }
  }
}

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import TuningDatasets
@testable import TuningJobs

/// A rule is a type in a file of its name, in the folder of its family.
@Suite struct RuleFilesTests {
  /// A file in a folder of rules.
  struct RuleFile: CustomTestStringConvertible {
    let target: String
    let folder: String
    let name: String

    var path: String { "Sources/\(target)/Rules/\(folder)/\(name).swift" }
    var testDescription: String { path }

    /// The family of the rules in the folder. Those of jobs have several folders for one family.
    var family: RuleFamily? {
      target == "TuningJobs" ? .job : RuleFamily.allCases.first { "\($0)".capitalized == folder }
    }
  }

  private static let registered: [String: RuleDescription] = Dictionary(
    uniqueKeysWithValues: (RuleRegistry.rules + JobRuleRegistry.rules).map { ("\($0)", $0.description) })

  private static let files: [RuleFile] = {
    var files: [RuleFile] = []
    for target in ["TuningDatasets", "TuningJobs"] {
      let rules = ProjectFolder.url.appending(path: "Sources/\(target)/Rules").path
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: rules)) ?? []
      for path in paths.sorted() where path.hasSuffix(".swift") {
        let pieces = path.dropLast(".swift".count).split(separator: "/").map(String.init)
        if pieces.count == 2 { files.append(RuleFile(target: target, folder: pieces[0], name: pieces[1])) }
      }
    }
    return files
  }()

  @Test(
    "every file in a folder of rules has a rule that is registered, with the folder's digit", arguments: files
  )
  func file(_ file: RuleFile) throws {
    let family = try #require(file.family, "no family is called '\(file.folder)'")
    let rule = try #require(
      Self.registered[file.name],
      "list \(file.name) in \(family == .job ? "JobRuleRegistry" : "RuleRegistry"), or move the file out of the folder"
    )
    #expect(RuleFamily(of: rule.code) == family, "\(rule.code) is in the folder \(file.folder)")
    let text = try String(contentsOf: ProjectFolder.url.appending(path: file.path), encoding: .utf8)
    let declarations = ["Rule", "FixableRule"].map { " \(file.name): \($0) {" }
    #expect(declarations.contains { text.contains($0) }, "its rule is in another file")
  }

  @Test("every registered rule has its file")
  func rules() {
    #expect(Set(Self.registered.keys) == Set(Self.files.map(\.name)))
  }
}

import Diagnostics
import Foundation
import Reports
import Settings
import Testing
import TestSupport

@testable import TuningDatasets
@testable import TuningJobs

/// The rules' pages and the README's table are made from the rules; these tests compare, or renew with
///
///     TUNEKIT_RENEW=1 swift test --filter GeneratedPagesTests
@Suite struct GeneratedPagesTests {
  private static let root = ProjectFolder.url
  /// The rules of each target that has some.
  private static let books: [(target: String, rules: [any Rule.Type])] = [
    ("TuningDatasets", RuleRegistry.rules), ("TuningJobs", JobRuleRegistry.rules),
  ]
  private static let isRenewing = ProcessInfo.processInfo.environment["TUNEKIT_RENEW"] != nil
  private static let hint: Comment = "renew it with: TUNEKIT_RENEW=1 swift test --filter GeneratedPagesTests"

  private static func folder(of target: String) -> String { "Sources/\(target)/\(target).docc/Rules" }

  @Test("every rule has its page, and every page its rule", arguments: books.indices)
  func rulePages(book: Int) throws {
    let (target, rules) = Self.books[book]
    let pages = Self.root.appending(path: Self.folder(of: target))
    let expected = Dictionary(
      uniqueKeysWithValues: rules.map { ("\($0).md", RulePage($0.description).markdown) })
    if Self.isRenewing {
      try? FileManager.default.removeItem(at: pages)
      try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
      for (name, text) in expected { try Data(text.utf8).write(to: pages.appending(path: name)) }
    }
    let found = try FileManager.default.contentsOfDirectory(atPath: pages.path)
    #expect(Set(found) == Set(expected.keys), Self.hint)
    for (name, text) in expected {
      let page = try? String(contentsOf: pages.appending(path: name), encoding: .utf8)
      #expect(page == text, Self.hint)
    }
  }

  @Test("the JSON Schema of job files is that of the fields")
  func jobSchema() throws {
    let file = Self.root.appending(
      path: "Sources/TuningJobs/TuningJobs.docc/Resources/tuning-job.schema.json")
    if Self.isRenewing { try Data(JobFileSchema.json).write(to: file) }
    #expect(try Data(contentsOf: file) == Data(JobFileSchema.json), Self.hint)
  }

  @Test("the JSON Schema of settings files is that of the fields")
  func settingsSchema() throws {
    let file = Self.root.appending(path: "Sources/Settings/Settings.docc/Resources/settings.schema.json")
    if Self.isRenewing { try Data(SettingsFileSchema.json(.all)).write(to: file) }
    #expect(try Data(contentsOf: file) == Data(SettingsFileSchema.json(.all)), Self.hint)
  }

  @Test("the README has the table of rules")
  func readmeTable() throws {
    let file = Self.root.appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let begin = "<!-- rules: begin -->\n"
    let end = "<!-- rules: end -->\n"
    let start = try #require(readme.range(of: begin)).upperBound
    let stop = try #require(readme.range(of: end)).lowerBound
    var table = ""
    let links = Self.books.flatMap { target, rules in
      rules.map { ($0.description.code, "\(Self.folder(of: target))/\($0).md") }
    }
    let pages = Dictionary(uniqueKeysWithValues: links)
    let rules = Self.books.flatMap { $0.rules.map { $0.description } }
    RulesTable(RuleBook(rules)).writeMarkdown(link: { pages[$0.code] }, to: &table)
    let renewed = readme[..<start] + "\n" + table + "\n" + readme[stop...]
    if Self.isRenewing { try Data(renewed.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == String(renewed), Self.hint)
  }
}

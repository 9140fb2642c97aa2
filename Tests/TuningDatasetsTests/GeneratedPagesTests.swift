import Diagnostics
import Foundation
import Reports
import Testing
import TestSupport

@testable import TuningDatasets

/// The rules' pages and the README's table are made from the rules; these tests compare, or renew with
///
///     TUNEKIT_RENEW=1 swift test --filter GeneratedPagesTests
@Suite struct GeneratedPagesTests {
  private static let root = ProjectFolder.url
  private static let pages = root.appending(path: "Sources/TuningDatasets/TuningDatasets.docc/Rules")
  private static let isRenewing = ProcessInfo.processInfo.environment["TUNEKIT_RENEW"] != nil
  private static let hint: Comment = "renew it with: TUNEKIT_RENEW=1 swift test --filter GeneratedPagesTests"

  @Test("every rule has its page, and every page its rule")
  func rulePages() throws {
    let expected = Dictionary(
      uniqueKeysWithValues: RuleRegistry.rules.map { ("\($0).md", RulePage($0.description).markdown) })
    if Self.isRenewing {
      try? FileManager.default.removeItem(at: Self.pages)
      try FileManager.default.createDirectory(at: Self.pages, withIntermediateDirectories: true)
      for (name, text) in expected { try Data(text.utf8).write(to: Self.pages.appending(path: name)) }
    }
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.pages.path)
    #expect(Set(found) == Set(expected.keys), Self.hint)
    for (name, text) in expected {
      let page = try? String(contentsOf: Self.pages.appending(path: name), encoding: .utf8)
      #expect(page == text, Self.hint)
    }
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
    let names = Dictionary(
      uniqueKeysWithValues: RuleRegistry.rules.map { ($0.description.code, "\($0)") })
    RulesTable(RuleIndex(RuleRegistry.descriptions)).writeMarkdown(
      link: { rule in names[rule.code].map { "Sources/TuningDatasets/TuningDatasets.docc/Rules/\($0).md" } },
      to: &table)
    let renewed = readme[..<start] + "\n" + table + "\n" + readme[stop...]
    if Self.isRenewing { try Data(renewed.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == String(renewed), Self.hint)
  }
}

import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

@testable import TuningDatasets
@testable import TuningJobs

/// Tests about the rules as a set.
@Suite struct RuleSetTests {
  private let types = RuleRegistry.rules + JobRuleRegistry.rules
  private let rules = RuleBook.all.rules

  /// A book sorts its rules, and refuses two of one code or name.
  @Test("the registries are in the order of the codes")
  func codes() {
    for registry in [RuleRegistry.rules, JobRuleRegistry.rules] {
      let codes = registry.map { $0.description.code }
      #expect(codes == codes.sorted())
    }
  }

  @Test("no rule is of a later version than the program")
  func versions() throws {
    let program = try String(
      contentsOf: ProjectFolder.url.appending(path: "Sources/tunekit/Tunekit.swift"), encoding: .utf8)
    let version = try #require(program.firstMatch(of: /static let version = "([^"]+)"/)).1
    for rule in rules {
      #expect(rule.since.compare(version, options: .numeric) != .orderedDescending, "\(rule.code)")
    }
  }

  @Test("a rule's type has the rule's name")
  func names() {
    for rule in types {
      let name = rule.description.name.filter { $0 != "-" }
      #expect("\(rule)".lowercased() == name)
    }
  }

  @Test("every rule accepts something and rejects something")
  func examples() {
    for rule in rules {
      #expect(rule.examples.contains { $0.isRejected }, "\(rule.code)")
      #expect(rule.examples.contains { !$0.isRejected }, "\(rule.code)")
      #expect(Set(rule.examples.map(\.title)).count == rule.examples.count, "\(rule.code)")
    }
  }

  @Test("a second severity has an example")
  func severities() {
    for rule in rules {
      guard let also = rule.also else { continue }
      #expect(rule.examples.contains { $0.severity == also.severity }, "\(rule.code)")
      #expect(!also.when.isEmpty && also.severity != rule.severity, "\(rule.code)")
    }
  }

  @Test("every source has an address, but for the program itself")
  func addresses() {
    for rule in rules where rule.source.page != "tunekit" {
      let address = rule.source.address ?? ""
      #expect(address.hasPrefix("https://") && !address.contains(" "), "\(rule.code): \(rule.source.page)")
    }
  }

  @Test(
    "a remedy that is chosen by what is found is described for all", arguments: RuleBook.all.rules.map(\.code)
  )
  func generalRemedies(code: RuleCode) throws {
    let rule = try #require(RuleBook.all.rule(code))
    let fixed = rule.remedy.replacing(/\{\d\}/, with: "").filter(\.isLetter)
    #expect(!fixed.isEmpty || rule.remedyInGeneral != nil, "\(code): its page would not say what to do")
    if let general = rule.remedyInGeneral {
      #expect(PlainEnglish.corrections(of: general) == [] && !general.hasSuffix("."), "\(code)")
      #expect(general.prefix(1).lowercased() == general.prefix(1), "\(code)")
    }
  }

  @Test("a guess is at most a warning")
  func guesses() {
    for rule in rules where rule.source.confidence == .guess {
      #expect(!rule.findsErrors, "\(rule.code)")
    }
  }

  @Test("every source has a page and the day on which it was read, and 'explain' shows what is known")
  func sources() throws {
    for rule in rules {
      #expect(
        !rule.source.page.isEmpty && rule.source.asOf.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, "\(rule.code)"
      )
      let explanation = "\(RuleExplanation(rule, width: nil, isColored: false).text)".lowercased().split {
        $0.isWhitespace
      }
      let words = [
        rule.source.page, rule.source.asOf, rule.source.confidence.rawValue, rule.severity.name,
        rule.also?.when ?? "", rule.summary, rule.rationale, rule.remedyInGeneral ?? "",
        rule.serviceSays ?? "",
        rule.isOffByDefault ? "off" : "on",
      ]
      for word in words.flatMap({ $0.split { $0.isWhitespace } }) {
        #expect(explanation.contains { $0.contains(word.lowercased()) }, "\(rule.code): \(word)")
      }
    }
  }

  @Test("messages and remedies have manners")
  func manners() {
    for rule in rules {
      for text in [rule.message, rule.remedy] {
        #expect(!text.hasSuffix("."), "\(rule.code): a message ends without a full stop")
        #expect(!text.contains("\n") && !text.contains("  "), "\(rule.code)")
        // Words in capitals are names; everything else begins small.
        let first = text.prefix { $0 != " " }
        #expect(first.lowercased() == first || first.uppercased() == first, "\(rule.code): '\(first)'")
      }
      #expect(rule.message.contains { ",;(".contains($0) }, "\(rule.code): a message says what and why")
      #expect(rule.summary.hasSuffix(".") && rule.rationale.hasSuffix("."), "\(rule.code)")
    }
  }

  @Test("the texts of rules are in plain English")
  func words() {
    for rule in rules {
      let texts = [rule.message, rule.summary, rule.rationale, rule.remedy, rule.also?.when ?? ""]
      for text in texts + rule.examples.map(\.title) {
        #expect(PlainEnglish.corrections(of: text) == [], "\(rule.code): \(text)")
      }
    }
  }

  @Test("a word is found whole, in capitals and across punctuation, and not in another word")
  func wordsAreFound() {
    #expect(PlainEnglish.corrections(of: "Mend the line") == ["'mend': write fix"])
    #expect(PlainEnglish.corrections(of: "it is, of (which) …").count == 1)
    #expect(PlainEnglish.corrections(of: "recommend the threshold of 'withholds'") == [])
  }

  /// The options that a text names, whatever is around them.
  private static func options(in text: String) -> [Substring] {
    text.matches(of: /(?:^|[^-\w])(--[\w-]+)/).map(\.1)
  }

  @Test("an option is found in quotes, in parentheses and bare")
  func options() {
    #expect(
      Self.options(in: "give --shards, or '--model' (or `--max-line-bytes 7`) -- not a--b")
        == ["--shards", "--model", "--max-line-bytes"])
  }

  @Test("no remedy names a command or an option of tunekit that does not exist")
  func commands() {
    for rule in rules {
      for option in Self.options(in: rule.remedy) {
        #expect(["--max-line-bytes", "--shards"].contains(option), "\(rule.code): \(option)")
      }
      #expect(
        !rule.remedy.contains("tunekit fix") && !rule.remedy.contains("tunekit convert"), "\(rule.code)")
    }
  }
}

import Foundation
import TestSupport
import Testing

/// What CONTRIBUTING says of the code is so.
@Suite struct ContributingTests {
  private static let text = (try? Project.text("CONTRIBUTING.md")) ?? ""

  /// A row of the table that says where the check of a rule goes.
  struct Row: CustomTestStringConvertible {
    let rule: String
    let site: String
    let signature: String

    var testDescription: String { rule }

    /// The target of the rule, by where its file is.
    var file: Project.SwiftFile? {
      let files = ["TuningDatasets", "TuningJobs"].flatMap { target in
        (try? Project.swiftFiles(in: "Sources/\(target)/Rules")) ?? []
      }
      return files.first { $0.path.hasSuffix("/\(rule).swift") }
    }
  }

  static let rows = text.matches(
    of: /(?m)^\|[^|]*\| `(\w+)` \| `([\w\/+]+\.swift)` \|(?: `(check\(.*\))`)? \|$/
  ).map {
    Row(rule: String($0.1), site: String($0.2), signature: String($0.3 ?? ""))
  }

  @Test(
    "a rule of the table has the signature, and is called or reported where the table says", arguments: rows)
  func row(_ row: Row) throws {
    let file = try #require(row.file, "no rule is called so")
    let target = file.path.split(separator: "/")[1]
    let site = try Project.text("Sources/\(target)/\(row.site)")
    if row.signature.isEmpty {
      #expect(!file.code.contains("static func check("))
      #expect(site.contains("\(row.rule).self") || site.contains("\(row.rule).description"))
    } else {
      let words = file.code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let code = words.replacing("( ", with: "(").replacing(" )", with: ")")
      #expect(code.contains("static func \(row.signature) {"))
      #expect(site.contains("\(row.rule).check("))
    }
  }

  @Test("every row of the table is read")
  func table() {
    let lines = Self.text.split(separator: "\n").drop { !$0.hasPrefix("| the rule is about") }.dropFirst(2)
    #expect(Self.rows.count == lines.prefix { $0.hasPrefix("|") }.count && Self.rows.count > 10)
  }

  @Test("every path exists")
  func paths() {
    let paths = Self.text.matches(of: /(?:Sources|Tests|Fixtures|Benchmarks|\.ci)(?:\/[\w.+-]+)+/).map {
      String($0.0)
    }
    #expect(paths.count > 20)
    for path in paths where !path.hasSuffix("-") {
      let url = ProjectFolder.url.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path)")
    }
  }

  @Test("every type and test that is named exists")
  func names() throws {
    let code = try ["Sources", "Tests"].flatMap { try Project.swiftFiles(in: $0) }.map(\.text)
    let declared = Set(
      code.flatMap { $0.matches(of: /\b(?:struct|enum|protocol|extension|class) (\w+)/).map { String($0.1) } }
    )
    for name in Set(Self.text.matches(of: /`([A-Z]\w*[a-z]\w*)(?:\.\w+)?`/).map { String($0.1) }) {
      #expect(
        declared.contains(name) || ["Sources", "Tests", "Fixtures", "Benchmarks"].contains(name), "\(name)")
    }
  }
}

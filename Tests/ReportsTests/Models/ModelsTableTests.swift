import ModelCatalog
import Reports
import Testing

struct ModelsTableTests {
  private static func text(_ catalog: ModelCatalog = .builtIn) -> String {
    ModelsTable(catalog).text.description
  }

  /// The built-in catalogue with a piece of its file's text replaced wherever it stands.
  private static func catalog(replacing old: String, with new: String) throws -> ModelCatalog {
    let text = String(decoding: ModelCatalog.builtIn.catalogJSON(), as: UTF8.self)
    try #require(text.contains(old))
    return try ModelCatalog(parsing: Array(text.replacing(old, with: new).utf8))
  }

  private let lines = Self.text().split(separator: "\n", omittingEmptySubsequences: false)

  @Test func fitsAWideTerminal() {
    for line in lines {
      #expect(line.count <= 110, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    #expect(lines.last == "")
  }

  @Test func showsAModelInTwoLines() throws {
    let header = try #require(lines.firstIndex { $0.hasPrefix("model ") })
    let expected = [
      (
        "model                  stage     tokens    examples  adapters     ",
        "regions       CMEK  cont   $/1M  as of"
      ),
      (
        "---------------------  --------  --------  --------  -----------  ",
        "------------  ----  ----  -----  ----------"
      ),
      (
        "gemini-3.5-flash       preview   131,072   10M       1 2 4 8 16   ",
        "europe-west4  no    yes   10.00  2026-08-22"
      ),
      (" 2027-05-19+[1]                            300K                   ", "us-central1   [2]"),
      (
        "gemini-3.5-flash-lite  preview?  131,072?  10M?      1 2 4 8 16?  ",
        "europe-west4  no?   no?      -?  2026-08-22"
      ),
      (" 2027-07-21+           [3]                 300K?                  ", "us-central1?"),
    ]
    #expect(lines[header...].prefix(6).map(String.init) == expected.map { $0 + $1 })
  }

  @Test func namesEveryModel() {
    let text = Self.text()
    for id in ModelCatalog.builtIn.models.map(\.id) + ModelCatalog.builtIn.untunableModels.map(\.id) {
      #expect(text.contains(id), "\(id)")
    }
    for model in ModelCatalog.builtIn.tunableModels {
      #expect(lines.contains { $0.hasPrefix(model.id + " ") }, "\(model.id)")
    }
  }

  @Test func everyMarkHasAFootnoteAndEveryFootnoteAMark() throws {
    let firstNote = try #require(lines.firstIndex { $0.hasPrefix("[1] ") })
    let numbers = lines[firstNote...].compactMap { line -> Int? in
      guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
      return Int(line[line.index(after: line.startIndex)..<end])
    }
    #expect(numbers == Array(1...numbers.count))
    let table = lines[..<firstNote].joined(separator: "\n")
    for number in numbers { #expect(table.contains("[\(number)]")) }
    #expect(!table.contains("[\(numbers.count + 1)]"))
  }

  @Test func footnotesTellWhoDisagrees() {
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for model in ModelCatalog.builtIn.tunableModels {
      let shown = [
        model.retirement.conflict, model.isTunable.conflict, model.supportsEncryptionKeys.conflict,
      ].compactMap { $0 }
      for conflict in shown { #expect(text.contains(conflict), "\(model.id)") }
    }
    #expect(
      text.contains(
        "(DOC:models/gemini/2-5-pro, 2026-08-22; DOC:models/gemini/2-5-flash, 2026-08-22; "
          + "DOC:models/gemini/2-5-flash-lite, 2026-08-22)"))
  }

  @Test func showsTheOldestDateOfARow() throws {
    let catalog = try Self.catalog(
      replacing: "\"source\": \"PRICES:training\", \"asOf\": \"2026-09-27\"",
      with: "\"source\": \"PRICES:training\", \"asOf\": \"2025-01-31\"")
    let row = Self.text(catalog).split(separator: "\n").first { $0.hasPrefix("gemini-3.1-flash-lite ") }
    #expect(row?.hasSuffix("2025-01-31") == true)
  }

  @Test func showsNumbersAsTheyAreReadBest() throws {
    let catalog = try Self.catalog(
      replacing: "\"maxTokensPerExample\": {\"value\": 131072",
      with: "\"maxTokensPerExample\": {\"value\": 1234567")
    #expect(Self.text(catalog).contains("  1,234,567  "))
    let unlimited = try Self.catalog(
      replacing: "\"maxTextExamples\": {\"value\": 10000000", with: "\"maxTextExamples\": {\"value\": null")
    #expect(Self.text(unlimited).contains("  any  "))
    let cheap = try Self.catalog(
      replacing: "\"trainingPriceInCentsPerMillionTokens\": {\"value\": 1000",
      with: "\"trainingPriceInCentsPerMillionTokens\": {\"value\": 5")
    #expect(Self.text(cheap).contains("  0.05  "))
  }
}

import ModelCatalog
import Testing

@testable import Reports

@Suite struct ModelsTableTests {
  private static func lines(_ catalog: ModelCatalog = .builtIn, width: Int? = nil) -> [Substring] {
    ModelsTable(catalog, width: width).text.description.split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  private static let builtIn = lines()

  @Test("No line is wider than asked for, and none ends in white space", arguments: [nil, 72, 200])
  func fits(width: Int?) {
    let lines = Self.lines(width: width)
    for line in lines {
      #expect(line.count <= min(width ?? 80, 80), "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    #expect(lines.last == "")
  }

  @Test func showsAModelInALine() throws {
    let header = try #require(Self.builtIn.firstIndex { $0.hasPrefix("model ") })
    #expect(
      Self.builtIn[header...].prefix(4) == [
        "model                  stage     regions    tokens  calls   $/1M  retires",
        "gemini-3.5-flash       preview         2   131,072  -      10.00  2027-05-19+?",
        "gemini-3.5-flash-lite  preview?       2?  131,072?  -          -  2027-07-21+",
        "gemini-3.1-flash-lite  preview         2   131,072  -       3.00  2027-05-07+",
      ])
  }

  @Test func namesEveryModel() {
    let text = Self.builtIn.joined(separator: " ")
    for id in ModelCatalog.builtIn.models.map(\.id) + ModelCatalog.builtIn.untunableModels.map(\.id) {
      #expect(text.contains(id), "\(id)")
    }
    for model in ModelCatalog.builtIn.tunableModels {
      #expect(Self.builtIn.count { $0.hasPrefix(model.id + " ") } == 1, "\(model.id)")
    }
  }

  @Test("Names and numbers of any length stay within the columns")
  func wideValues() throws {
    let id = "gemini-9-" + String(repeating: "flash-", count: 20) + "lite"
    let catalog = try Catalogs.builtIn(replacing: [
      "\"gemini-3.5-flash\"": "\"\(id)\"",
      "\"maxTokensPerExample\": {\"value\": 131072": "\"maxTokensPerExample\": {\"value\": \(Int.max)",
      "\"trainingPriceInCentsPerMillionTokens\": {\"value\": 1000":
        "\"trainingPriceInCentsPerMillionTokens\": {\"value\": \(Int.max)",
    ])
    let lines = Self.lines(catalog)
    for line in lines { #expect(line.count <= 80, "\(line)") }
    let first = try #require(lines.firstIndex { $0.hasPrefix("gemini-9-flash-") })
    let pieces = lines[first...].map { $0.prefix { $0 != " " } }
    #expect(pieces.joined().hasPrefix(id + "gemini-3.5"))
  }

  @Test func showsNumbersAsTheyAreReadBest() throws {
    let catalog = try Catalogs.builtIn(replacing: [
      "\"maxTokensPerExample\": {\"value\": 131072": "\"maxTokensPerExample\": {\"value\": 1234567",
      "\"trainingPriceInCentsPerMillionTokens\": {\"value\": 1000":
        "\"trainingPriceInCentsPerMillionTokens\": {\"value\": 5",
    ])
    let row = try #require(Self.lines(catalog).first { $0.hasPrefix("gemini-3.5-flash ") })
    #expect(row.contains("  1,234,567  "))
    #expect(row.contains("  0.05  "))
  }
}

import ModelCatalog
import Testing

@testable import Reports

@Suite struct ModelTextTests {
  private static let catalog = ModelCatalog.builtIn
  private static let ids = catalog.models.map(\.id) + catalog.untunableModels.map(\.id)

  private static func lines(_ id: String, of catalog: ModelCatalog = catalog) throws -> [Substring] {
    try #require(ModelText(id, of: catalog)).text.description
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("Every fact of the catalogue is shown", arguments: ids)
  func showsEveryFact(id: String) throws {
    let json = String(decoding: try #require(Self.catalog.modelJSON(id: id)), as: UTF8.self)
    let facts = json.matches(of: #/"confidence": "(\w+)"/#).map { String($0.1) }
    let shown = try Self.lines(id).joined(separator: "\n").matches(of: #/\((\w+)\s+\[\d+\]\)/#).map {
      String($0.1)
    }
    #expect(shown.sorted() == facts.sorted())
    #expect(!facts.isEmpty)
  }

  @Test("No line is wider than 80 columns, and none ends in white space", arguments: ids)
  func fits(id: String) throws {
    let lines = try Self.lines(id)
    for line in lines {
      #expect(line.count <= 80, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    #expect(lines.last == "")
  }

  @Test("Every number leads to a note, and every note is led to", arguments: ids)
  func notes(id: String) throws {
    let lines = try Self.lines(id)
    let notes = lines.filter { $0.hasPrefix("[") }.compactMap { $0.firstMatch(of: #/^\[(\d+)\]/#)?.1 }
    let marks = lines.joined(separator: "\n").matches(of: #/\(\w+\s+\[(\d+)\]\)/#).map(\.1)
    #expect(notes.map(String.init) == (1...notes.count).map(String.init))
    #expect(Set(marks) == Set(notes))
  }

  @Test func saysWhatIsKnownAndHow() throws {
    let lines = try Self.lines("gemini-3.5-flash")
    #expect(lines.first == "Gemini 3.5 Flash (gemini-3.5-flash), catalogue of 2026-11-22")
    #expect(lines.contains("  price                  $10.00 per million training tokens (reported [5])"))
    #expect(lines.contains("  regions                europe-west4, us-central1 (documented [1])"))
    #expect(lines.contains("conflicting: sources disagree"))
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for model in Self.catalog.models {
      let conflict = model.retirement.conflict
      if model.id == "gemini-3.5-flash", let conflict { #expect(text.contains(conflict)) }
    }
    #expect(
      text.contains("DOC: Documentation of Gemini Enterprise Agent Platform, formerly Vertex AI https://"))
  }

  @Test("What the file of a catalogue says cannot act, nor widen a line")
  func hostile() throws {
    let name = "\\u001B[31m\\nred " + String(repeating: "wide", count: 40)
    let catalog = try Catalogs.builtIn(replacing: ["\"Gemini 3.5 Flash\"": "\"\(name)\""])
    let lines = try Self.lines("gemini-3.5-flash", of: catalog)
    #expect(lines.first == "␛[31m␊red")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func hasNoOtherModel() {
    #expect(ModelText("gemini-3.5", of: Self.catalog) == nil)
    #expect(Self.catalog.modelJSON(id: "gemini-3.5") == nil)
  }
}

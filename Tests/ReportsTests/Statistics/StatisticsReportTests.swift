import Foundation
import ModelCatalog
import Reports
import Testing
import TestSupport
import TuningDatasets

@Suite struct StatisticsReportTests {
  private static let fixtures = ProjectFolder.url.path + "/Fixtures"
  private static let articlePath = "Sources/Reports/Reports.docc/StatisticsOutput.md"

  /// The report on the fixtures.
  private func report(
    _ training: [String], _ validation: [String] = [], epochs: Int? = nil, model: String? = nil
  ) -> StatisticsReport {
    let measurement = DatasetMeasurement(
      trainingPaths: training.map { "\(Self.fixtures)/\($0)" },
      validationPaths: validation.map { "\(Self.fixtures)/\($0)" },
      requirements: DatasetRequirements(loosestOf: .builtIn))
    let catalog = ModelCatalog.builtIn
    return StatisticsReport(
      toolVersion: "1", catalog: catalog,
      models: model.map { id in catalog.models.filter { $0.id == id } } ?? catalog.tunableModels,
      model: model, measured: measurement.run(), isExact: false, epochs: epochs, elapsedSeconds: 0.5)
  }

  private func text(_ report: StatisticsReport, width: Int? = nil) -> String {
    var text = ""
    StatisticsText(report, width: width).write(to: &text)
    return text
  }

  private func json(_ report: StatisticsReport) throws -> [String: Any] {
    var text = ""
    StatisticsJSON(report).write(to: &text)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("no line is wider than the terminal", arguments: [50, 60, 79, 80, 300])
  func widths(width: Int) {
    let report = report(
      ["support-train.jsonl", "faults/tools.jsonl"], ["support-validation.jsonl.gz"], epochs: 40)
    // A path is not cut: people copy it.
    for line in text(report, width: width).split(separator: "\n") where !line.contains(".jsonl") {
      #expect(line.count <= min(width, 80), "\(line)")
    }
  }

  @Test("numbers are grouped, and costs are those of the tokens")
  func costs() throws {
    let report = report(["support-train.jsonl"], epochs: 40)
    let object = try json(report)
    let costs = try #require(object["costs"] as? [[String: Any]])
    #expect(costs.count == ModelCatalog.builtIn.tunableModels.count)
    let flash = try #require(costs.first { $0["model"] as? String == "gemini-2.5-flash" })
    let tokens = try #require(flash["tokensPerEpoch"] as? Int)
    let dollars = try #require(flash["dollars"] as? Double)
    #expect(abs(dollars - Double(tokens) * 40 * 5 / 1e6) < 1e-9)
    #expect(flash["priceAsOf"] as? String == "2026-09-27")
    let lite = try #require(costs.first { $0["model"] as? String == "gemini-3.5-flash-lite" })
    #expect(lite["dollars"] is NSNull && lite["dollarsPerMillionTokens"] is NSNull)
    let text = text(report)
    #expect(text.contains("40 epochs\n") && text.contains("price not known"))
    #expect(text.split(separator: "\n").joined().contains(/40 +epochs for +166/))
    #expect(text.contains(/\d,\d{3}\n/))
  }

  @Test("a validation dataset alone has no cost")
  func validationAlone() throws {
    let report = report([], ["support-validation.jsonl.gz"])
    #expect(!text(report).contains("Cost"))
    let object = try json(report)
    #expect((object["costs"] as? [Any])?.isEmpty == true)
    #expect((object["datasets"] as? [[String: Any]])?.map { $0["role"] as? String } == ["validation"])
  }

  @Test("data without examples have the sections that make sense")
  func nothing() throws {
    let text = text(report(["faults/empty.jsonl"], model: "gemini-2.5-flash"))
    #expect(text.contains("examples") && !text.contains("Functions") && !text.contains("Longest"))
    let object = try json(report(["faults/empty.jsonl"]))
    let dataset = try #require((object["datasets"] as? [[String: Any]])?.first)
    let turns = try #require(dataset["turns"] as? [String: Any])
    #expect(turns["min"] is NSNull && turns["p50"] is NSNull && turns["count"] as? Int == 0)
  }

  // MARK: The article

  /// The paths of all members of an object, those of elements of an array as one.
  private func paths(_ value: Any, _ path: String = "") -> Set<String> {
    if let object = value as? [String: Any] {
      return object.reduce(into: []) { paths, member in
        paths.insert("\(path)/\(member.key)")
        paths.formUnion(self.paths(member.value, "\(path)/\(member.key)"))
      }
    }
    if let array = value as? [Any] {
      return array.reduce(into: []) { $0.formUnion(paths($1, "\(path)[]")) }
    }
    return []
  }

  @Test("the object of the article has all members that are written, and no others; each is explained")
  func article() throws {
    let url = ProjectFolder.url.appendingPathComponent(Self.articlePath)
    let text = try String(contentsOf: url, encoding: .utf8)
    let block = try #require(text.firstRange(of: "```json\n"))
    let shown = text[block.upperBound...].components(separatedBy: "```")[0]
    let object = try JSONSerialization.jsonObject(with: Data(shown.utf8))
    let written = try json(report(["statistics/train.jsonl"], ["statistics/validation.jsonl"], epochs: 3))
    #expect(paths(object) == paths(written))
    let explained = text.components(separatedBy: "```").dropFirst(2).joined()
    for name in Set(paths(written).compactMap { $0.split(separator: "/").last?.replacing("[]", with: "") }) {
      #expect(explained.contains("`\(name)`"), "\(name) is not explained")
    }
  }
}

import Diagnostics
import Settings
import Testing
import TuningJobs

/// Which layer of the settings decides about a rule.
@Suite struct SettingsRulesTests {
  private static let text = """
    {
      "ignore": ["TK4"],
      "severity": {"TK405": "error"},
      "overrides": [
        {"paths": ["*.jsonl"], "extendSelect": ["TK405"]},
        {"paths": ["val.jsonl"], "ignore": ["TK405"], "severity": {"TK501": "info"}}
      ]
    }
    """

  private func options(select: [String]? = nil, ignore: [String] = []) -> RuleLayer {
    var layer = RuleLayer()
    layer.select = select?.map { Setting($0, from: .option("--select")) }
    layer.ignore = ignore.map { Setting($0, from: .option("--ignore")) }
    return layer
  }

  @Test func laterLayersTakePrecedence() throws {
    let folder = try SettingsFolder([".tunekit.json": Self.text])
    #expect(try folder.rules(for: "train.jsonl").contains("TK405"))
    #expect(!(try folder.rules(for: "train.jsonl").contains("TK401")))
    #expect(!(try folder.rules(for: "val.jsonl").contains("TK405")))
    // An option decides, though the file has a more specific pattern.
    #expect(!(try folder.rules(for: "train.jsonl", options(ignore: ["TK4"])).contains("TK405")))
    // A selection begins anew, with the severities that were given.
    let selected = try folder.rules(for: "val.jsonl", options(select: ["TK4"]))
    #expect(selected.contains("TK405") && selected.contains("TK401") && !selected.contains("TK501"))
    #expect(selected.chosenSeverity(of: "TK405") == .error)
  }

  @Test func originsAreThePlacesThatDecide() throws {
    let folder = try SettingsFolder([".tunekit.json": Self.text])
    let path = folder.path("val.jsonl")
    let resolved = try folder.settings(for: "val.jsonl").resolvedRules(
      for: path, options(ignore: ["TK7"]), in: .all)
    func origin(_ code: RuleCode) -> String? {
      resolved.first { $0.rule.code == code }?.runs.origin.description.replacing(folder.path(""), with: "")
    }
    #expect(origin("TK401") == ".tunekit.json:2")
    #expect(origin("TK405") == ".tunekit.json:6")
    #expect(origin("TK701") == "--ignore")
    #expect(origin("TK301") == "default")
    let severity = resolved.first { $0.rule.code == "TK501" }?.severity
    #expect(severity?.value == .info)
    #expect(severity?.origin == .file(folder.path(".tunekit.json"), line: 6))
  }

  @Test func whatKeepsDataFromBeingExaminedStaysAnError() throws {
    let folder = try SettingsFolder([".tunekit.json": #"{"severity": {"ALL": "info"}}"#])
    let rules = try folder.rules(for: "train.jsonl")
    #expect(rules.chosenSeverity(of: "TK401") == .info)
    #expect(rules.chosenSeverity(of: "TK201") == nil)
    #expect(rules.errorsLeftOut.contains("TK401"))
  }
}

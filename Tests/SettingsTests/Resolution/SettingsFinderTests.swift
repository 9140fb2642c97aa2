import Diagnostics
import Settings
import Testing
import TuningJobs

@Suite struct SettingsFinderTests {
  @Test func theNearestFileIsUsed() throws {
    let folder = try SettingsFolder([
      ".tunekit.json": #"{"failOn": "never"}"#, "data/.tunekit.json": #"{"failOn": "warning"}"#,
      "data/a/train.jsonl": "", "other/train.jsonl": "",
    ])
    #expect(try folder.settings(for: "data/a/train.jsonl").failOn?.value == "warning")
    #expect(try folder.settings(for: "other/train.jsonl").failOn?.value == "never")
    #expect(try folder.settings(for: "train.jsonl").failOn?.value == "never")
    // A folder that does not exist has the settings that it would have.
    #expect(try folder.settings(for: "data/b//c/train.jsonl").failOn?.value == "warning")
    #expect(try folder.settings(for: "b/../../train.jsonl").files.isEmpty)
  }

  @Test func aFileIsReadOnce() throws {
    let folder = try SettingsFolder([".tunekit.json": "{}", "a/train.jsonl": "", "b/train.jsonl": ""])
    var reads = 0
    var finder = SettingsFinder(.all) { (_) throws(SettingsFault) in
      reads += 1
      return Array("{}".utf8)
    }
    for name in ["a/train.jsonl", "b/train.jsonl", "a/val.jsonl"] {
      _ = try finder.settings(for: folder.path(name))
    }
    #expect(reads == 1)
  }

  @Test func extendedFilesComeFirst() throws {
    let folder = try SettingsFolder([
      "base/one.json": #"{"failOn": "never", "maximumFindings": 1, "ignore": ["TK405"]}"#,
      "base/two.json": #"{"extends": "one.json", "maximumFindings": 2, "severity": {"TK401": "warning"}}"#,
      "data/.tunekit.json":
        #"{"extends": ["../base/one.json", "../base/two.json"], "extendSelect": ["TK405"]}"#,
    ])
    let settings = try folder.settings(for: "data/train.jsonl")
    #expect(settings.failOn?.value == "never")
    #expect(settings.maximumFindings?.value == 2)
    let rules = try folder.rules(for: "data/train.jsonl")
    #expect(rules.contains("TK405"))
    #expect(rules.chosenSeverity(of: "TK401") == .warning)
  }

  @Test func aCircleIsNamed() throws {
    let folder = try SettingsFolder([
      ".tunekit.json": "{\n\"extends\": \"a.json\"}", "a.json": #"{"extends": ["b.json"]}"#,
      "b.json": #"{"extends": "a.json"}"#, "own/.tunekit.json": #"{"extends": ".tunekit.json"}"#,
    ])
    #expect(
      folder.fault(for: "train.jsonl")
        == "b.json:1: the settings extend each other in a circle: a.json → b.json → a.json")
    #expect(
      folder.fault(for: "own/train.jsonl")
        == "own/.tunekit.json:1: the settings extend each other in a circle: own/.tunekit.json → own/.tunekit.json"
    )
  }

  @Test func endlessChainsAreBounded() throws {
    var files = [".tunekit.json": #"{"extends": "0.json"}"#]
    for number in 0..<40 { files["\(number).json"] = "{\"extends\": \"\(number + 1).json\"}" }
    let deep = try SettingsFolder(files)
    #expect(deep.fault(for: "a.jsonl")?.contains("too many settings files extend each other") == true)
    // Each extends the next one twice.
    for number in 0..<12 {
      files["\(number).json"] = "{\"extends\": [\"\(number + 1).json\", \"\(number + 1).json\"]}"
    }
    files["12.json"] = "{}"
    let wide = try SettingsFolder(files)
    #expect(wide.fault(for: "a.jsonl")?.contains("at most 64 are read, 16 in a row") == true)
  }
}

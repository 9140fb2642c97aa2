import Diagnostics
import ModelCatalog
import Settings
import Testing

/// What a settings file can say, and how its faults are told.
@Suite struct SettingsFileTests {
  @Test func everythingIsRead() throws {
    let folder = try SettingsFolder([
      ".tunekit.json": """
      {
        // Comments and trailing commas are allowed.
        "$schema": "settings.schema.json",
        "extendSelect": ["TK104"],
        "ignore": ["empty-text"],
        "severity": {"TK405": "error", "tk5": "info",},
        "model": "gemini-2.5-flash",
        "limits": {"maximumLineBytes": 1000, "fewExamples": 3},
        "failOn": "warning",
        "maximumFindings": 0,
        "overrides": [{"paths": ["val*.jsonl"], "select": ["ALL"]}]
      }
      """
    ])
    let settings = try folder.settings(for: "train.jsonl")
    #expect(settings.model?.value == "gemini-2.5-flash")
    #expect(settings.limits[.fewExamples]?.value == 3)
    #expect(settings.maximumLineBytes?.value == 1000)
    #expect(settings.failOn?.value == "warning")
    #expect(settings.maximumFindings?.value == 0)
    guard case .file(let path, line: 7) = settings.model?.origin else {
      Issue.record("\(String(describing: settings.model))")
      return
    }
    #expect(path == folder.path(".tunekit.json"))
    let rules = try folder.rules(for: "train.jsonl")
    #expect(rules.contains("TK104"))
    #expect(!rules.contains("TK408"))
    #expect(rules.chosenSeverity(of: "TK405") == .error)
    #expect(rules.chosenSeverity(of: "TK501") == .info)
    #expect(rules.chosenSeverity(of: "TK401") == nil)
    #expect(try folder.rules(for: "val-1.jsonl").contains("TK408"))
  }

  @Test(arguments: [
    (#"{"selct": []}"#, "1:2: unknown field 'selct', did you mean 'select'? (at /selct)"),
    (#"{"select": "TK4"}"#, "1:12: expected an array, found a string (at /select)"),
    (#"{"select": []}"#, "1:12: expected rules, found none (at /select)"),
    (#"{"ignore": ["TK4", 3]}"#, "1:20: expected a string, found a number (at /ignore/1)"),
    (
      #"{"ignore": ["unknown-rolle"]}"#,
      "1:13: no rule has the code, prefix or name 'unknown-rolle', did you mean 'unknown-role'? (at /ignore/0)"
    ),
    (
      #"{"ignore": ["TK999"]}"#,
      "1:13: no rule has the code, prefix or name 'TK999' (at /ignore/0); 'tunekit rules' lists them"
    ),
    (
      #"{"severity": {"TK401": "fatal"}}"#,
      "1:24: expected one of 'error', 'warning', 'info', found 'fatal' (at /severity/TK401)"
    ),
    (
      #"{"severity": {"invalid-json": "info"}}"#,
      "1:31: TK201 keeps data from being examined, so its severity stays 'error' (at /severity/invalid-json)"
    ),
    (
      #"{"severity": {"TK401": "error", "unknown-role": "info"}}"#,
      "1:49: the rules of 'unknown-role' have a severity already, by 'TK401' (at /severity/unknown-role); leave one of them out"
    ),
    (
      #"{"severity": {"TK4": "error", "tk4": "info"}}"#,
      "1:38: the rules of 'tk4' have a severity already, by 'TK4' (at /severity/tk4); leave one of them out"
    ),
    (
      #"{"select": ["TK4", "TK401"], "ignore": ["TK405", "unknown-role"]}"#,
      "1:50: 'unknown-role' contradicts 'select', which has 'TK401' (at /ignore/1); leave one of them out"
    ),
    (
      #"{"ignore": ["TK104"], "extendSelect": ["crlf-line-endings"]}"#,
      "1:40: 'crlf-line-endings' contradicts 'ignore', which has 'TK104' (at /extendSelect/0); leave one of them out"
    ),
    (
      #"{"overrides": [{"paths": ["a"], "extendSelect": ["TK4"], "ignore": ["tk4"]}]}"#,
      "1:69: 'tk4' contradicts 'extendSelect', which has 'TK4' (at /overrides/0/ignore/0); leave one of them out"
    ),
    (#"{"limits": {"maxTokens": 3}}"#, "1:13: unknown field 'maxTokens' (at /limits/maxTokens)"),
    (
      #"{"limits": {"maxDroppedPercent": 101}}"#,
      "1:34: expected a whole number from 0 to 100, found 101 (at /limits/maxDroppedPercent)"
    ),
    (#"{"maximumFindings": -1}"#, "1:21: expected a whole number from 0 on, found -1 (at /maximumFindings)"),
    (#"{"overrides": [{"select": ["ALL"]}]}"#, "1:16: the field 'paths' is missing (at /overrides/0)"),
    (
      #"{"overrides": [{"paths": []}]}"#,
      "1:26: expected patterns of paths, found none (at /overrides/0/paths)"
    ),
    (
      #"{"overrides": [{"paths": ["a"], "model": "b"}]}"#,
      "1:33: unknown field 'model' (at /overrides/0/model)"
    ),
    (#"{"model": "a", "model": "b"}"#, "1:16: the field 'model' occurs a second time (at /model)"),
    (
      "{\n  \"failOn\": \"never\",\n  \"failOn\" \"error\"}",
      "3:12: not JSON: expected a colon, found '\"' (at /failOn)"
    ),
    ("", "1:1: the file is empty"),
    ("[]", "1:1: expected an object, found an array"),
    ("{\"model\": ", "1:10: the file ends inside its JSON value, so it is truncated (at /model)"),
  ])
  func faults(text: String, fault: String) throws {
    let folder = try SettingsFolder([".tunekit.json": text])
    #expect(folder.fault(for: "train.jsonl") == ".tunekit.json:\(fault)")
  }

  @Test func lessSpecificPatternsContradictNothing() throws {
    let folder = try SettingsFolder([
      ".tunekit.json": """
      {"select": ["ALL", "TK4", "TK401"], "ignore": ["TK40", "TK405"], "severity": {"ALL": "info", "TK4": "error",
       "TK40": "warning", "TK405": "error"}, "overrides": [{"paths": ["a"], "select": ["TK405"]}]}
      """
    ])
    #expect(folder.fault(for: "train.jsonl") == nil)
  }

  @Test func veryManyPatternsAreRefused() throws {
    let list = repeatElement("\"TK4\"", count: 100_000).joined(separator: ",")
    let folder = try SettingsFolder([".tunekit.json": "{\"ignore\": [\(list)]}"])
    #expect(
      folder.fault(for: "a.jsonl") == ".tunekit.json:1:12: expected at most 1000 rules (at /ignore)")
  }
}

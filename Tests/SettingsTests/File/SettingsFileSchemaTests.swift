import Settings
import Testing
import TestSupport
import TuningJobs

/// Editors judge settings files by the schema as tunekit does.
@Suite(.enabled(if: Tool.has("check-jsonschema"), "check-jsonschema is not installed"))
struct SettingsFileSchemaTests {
  @Test func isASchema() throws {
    let folder = try TemporaryFolder()
    let schema = try folder.write(SettingsFileSchema.json(.all), as: "schema.json")
    try Tool.run("check-jsonschema --check-metaschema \(schema)")
  }

  private static let documents = [
    ("{}", true), (#"{"$schema": "a", "extends": "b", "model": "c", "maximumFindings": 0}"#, true),
    (#"{"extends": ["a", "b"], "select": ["ALL", "TK4", "tk401"], "failOn": "never"}"#, true),
    (#"{"severity": {"TK4": "info", "unknown-role": "error"}, "limits": {"fewExamples": 1}}"#, true),
    (#"{"overrides": [{"paths": ["a"], "ignore": ["TK4"], "severity": {"TK4": "info"}}]}"#, true),
    (#"{"selct": []}"#, false), (#"{"select": "TK4"}"#, false), (#"{"severity": {"TK4": "fatal"}}"#, false),
    (#"{"limits": {"fewExamples": 0}}"#, false), (#"{"limits": {"maxDroppedPercent": 101}}"#, false),
    (#"{"limits": {"few": 1}}"#, false), (#"{"failOn": "info"}"#, false),
    (#"{"maximumFindings": -1}"#, false),
    (#"{"overrides": [{"ignore": ["TK4"]}]}"#, false), (#"{"overrides": [{"paths": []}]}"#, false),
    (#"{"overrides": [{"paths": ["a"], "model": "b"}]}"#, false), ("[]", false),
  ]

  @Test func verdictsAreThoseOfTunekit() throws {
    let folder = try TemporaryFolder()
    let schema = try folder.write(SettingsFileSchema.json(.all), as: "schema.json")
    for (number, (text, isGood)) in Self.documents.enumerated() {
      let path = try folder.write(Array(text.utf8), as: "\(number).json")
      let settings = try SettingsFolder([".tunekit.json": text.replacing(#""extends""#, with: #""model""#)])
      let accepts = Tool.succeeds("check-jsonschema --schemafile \(schema) \(path)")
      #expect(accepts == isGood, "\(text)")
      if !text.contains("extends") { #expect((settings.fault(for: "a.jsonl") == nil) == isGood, "\(text)") }
    }
  }
}

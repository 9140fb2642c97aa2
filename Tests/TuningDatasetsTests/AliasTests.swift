import Diagnostics
import ModelCatalog
import Testing
import TestSupport

@testable import TuningDatasets

@Suite struct AliasTests {
  @Test(arguments: MessageType.allCases)
  func aliasesStandForFieldsAndAreNone(_ message: MessageType) {
    let names = message.fields.map { "\($0.name)" }
    for (alias, name) in message.aliases {
      #expect(names.contains(name), "\(name) is no field of \(message.name)")
      #expect(NearestName.of(alias, among: names) == nil, "\(alias) is found as it is")
    }
  }

  @Test(
    arguments: [
      (#"{"system_prompt":"Be brief.","contents":[]}"#, "systemInstruction"),
      (#"{"functions":[],"contents":[]}"#, "tools"),
      (#"{"conversation":[]}"#, "contents"),
      (#"{"content":[]}"#, "contents"),
      (#"{"contents":[{"role":"user","content":"Hi"}]}"#, "parts"),
      (#"{"contents":[{"role":"model","parts":[{"functionCalls":[]}]}]}"#, "functionCall"),
      (#"{"contents":[{"role":"user","parts":[{"content":"Hi"}]}]}"#, "text"),
      (#"{"contents":[],"tools":[{"functions":[]}]}"#, "functionDeclarations"),
      (#"{"contents":[],"id":17}"#, nil),
    ] as [(String, String?)])
  func unknownFieldNamesTheFieldThatIsMeant(_ line: String, _ name: String?) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((line + "\n").utf8), as: "train.jsonl")
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    let finding = try #require(validation.run().first?.findings.first { $0.code == "TK304" })
    #expect(finding.arguments.last == name.map { "rename the field to '\($0)'" } ?? "rename the field")
  }
}

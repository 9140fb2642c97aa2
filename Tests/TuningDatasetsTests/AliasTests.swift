import Diagnostics
import JSONLines
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
      (
        #"{"system_prompt":"Be brief.","contents":[]}"#,
        #"rename the field to 'systemInstruction', and write {"parts": [{"text": …}]}"#
      ),
      (
        #"{"functions":[],"contents":[]}"#,
        #"rename the field to 'tools', and write [{"functionDeclarations": …}]"#
      ),
      (
        #"{"function_declarations":[],"contents":[]}"#,
        #"rename the field to 'tools', and write [{"functionDeclarations": …}]"#
      ),
      (#"{"conversation":[]}"#, "rename the field to 'contents'"),
      (
        #"{"contents":[{"role":"user","content":"Hi"}]}"#,
        #"rename the field to 'parts', and write [{"text": …}]"#
      ),
      (#"{"contents":[{"role":"user","parts":[{"content":"Hi"}]}]}"#, "rename the field to 'text'"),
      (#"{"contents":[],"tools":[{"functions":[]}]}"#, "rename the field to 'functionDeclarations'"),
      (
        #"{"contents":[],"tools":[{"functions":{}}]}"#,
        "rename the field to 'functionDeclarations', and put the object in an array: […]"
      ),
      (
        #"{"contents":[{"parts":[{"functionCall":{"arguments":"{}"}}]}]}"#,
        "rename the field to 'args', and parse the string, and write the object that it contains"
      ),
      (
        #"{"contents":[{"parts":[{"functionResponse":{"result":4}}]}]}"#,
        #"rename the field to 'response', and wrap the value as {"output": …}"#
      ),
      (#"{"contents":[{"parts":[{"text":"Hi","test":true}]}]}"#, "rename the field"),
      (
        #"{"contents":[{"parts":[{"file_data":{"gcsUri":"gs://b/o","mime_type":"image/png"}}]}]}"#,
        "rename the field to 'file_uri'"
      ),
      (
        #"{"contents":[],"tools":[{"functionDeclarations":[{"parameters":{"const":1}}]}]}"#,
        "move the schema to 'parametersJsonSchema', which takes JSON Schema"
      ),
      (
        #"{"contents":[],"tools":[{"function_declarations":[{"response":{"$ref":"a"}}]}]}"#,
        "move the schema to 'response_json_schema', which takes JSON Schema"
      ),
      (
        #"{"contents":[],"tools":[{"function_declarations":[{"parameters":{"anyof":[]}}]}]}"#,
        "rename the field to 'any_of'"
      ),
      (#"{"contents":[],"id":17}"#, "rename the field"),
    ])
  func unknownFieldNamesTheFieldThatIsMeant(_ line: String, _ remedy: String) throws {
    let finding = try finding(in: line)
    #expect(finding.severity == .warning)
    let key = finding.arguments[0]
    let removal = remedy.hasPrefix("move") ? ", or remove '\(key)'" : ", or remove it"
    #expect(finding.arguments.last == remedy + removal)
  }

  /// The finding about an unknown field in a line.
  private func finding(in line: String) throws -> Finding {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((line + "\n").utf8), as: "train.jsonl")
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    return try #require(validation.run().first?.findings.first { $0.code == "TK304" })
  }

  @Test(arguments: MessageType.allCases)
  func fieldsWithContentAreFields(_ message: MessageType) {
    #expect(Set(message.contentFields).isSubset(of: message.fields.map { "\($0.name)" }))
  }

  /// Every field with content, by a name with each kind of slip; the example around it does not matter.
  private static let slips = MessageType.allCases.flatMap { message in
    message.contentFields.flatMap { name in
      slips(of: name).map { (message, name, $0) }
    }
  }

  /// A name in another case, and with a letter too many, too few, wrong, or swapped with the next.
  private static func slips(of name: String) -> [String] {
    let letters = Array(name)
    let swapped = [letters[1], letters[0]] + letters[2...]
    var slips = [name.uppercased(), "_" + name.lowercased() + "-", name + "s", "x" + name]
    slips += [String(letters.dropLast()), String(letters.dropFirst()), String(swapped)]
    for index in letters.indices {
      var wrong = letters
      wrong[index] = "x"
      slips.append(String(wrong))
    }
    return slips
  }

  @Test func slipInTheNameOfContentIsFound() {
    for (message, name, written) in Self.slips {
      let found = LineBytes.with(Array("\"\(written)\"".utf8)) { line -> String? in
        let key = StringToken(start: 1, end: 1 + written.utf8.count, traits: [])
        return FieldTable.shared.contentField(meantBy: key, of: message, in: line)
          .map { "\(FieldTable.shared.name(of: $0))" }
      }
      #expect(found == name, "\(written) in \(message.name)")
    }
  }

  @Test(
    arguments: [
      "rolls", "textt_s", "tx", "co", "xrolex", "", "system", "functioncallback", "name", "mimetype",
      String(repeating: "a", count: 40), "function\\u0043all",
    ])
  func otherNameIsNotASlip(_ written: String) {
    for message in [MessageType.turn, .part] {
      let found = LineBytes.with(Array("\"\(written)\"".utf8)) { line in
        let key = StringToken(start: 1, end: 1 + written.utf8.count, traits: .hasEscape)
        return FieldTable.shared.contentField(meantBy: key, of: message, in: line)
      }
      #expect(found == nil)
    }
  }

  @Test(
    arguments: [
      (#"{"content":[]}"#, "contents"),
      (#"{"tool":[{"functionDeclarations":[]}],"contents":[]}"#, "tools"),
      (#"{"contents":[{"role":"model","parts":[{"functionCalls":{}}]}]}"#, "functionCall"),
      (#"{"contents":[{"role":"model","parts":[{"function_cal":{}}]}]}"#, "function_call"),
    ])
  func lostContentIsAnError(_ line: String, _ name: String) throws {
    let finding = try finding(in: line)
    #expect(finding.severity == .error)
    #expect(finding.arguments.last == "rename the field to '\(name)'")
  }
}

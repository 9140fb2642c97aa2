import Diagnostics
import ModelCatalog
import Testing
import TestSupport
import TuningDatasets

/// Remedies that are chosen by what is written.
@Suite struct RemedyTextTests {
  private func remedy(_ code: RuleCode, _ line: String) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((line + "\n").utf8), as: "train.jsonl")
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    let finding = try #require(validation.run().first?.findings.first { $0.code == code }, "\(line)")
    return try #require(RuleBook.datasets.rule(code)).remedy(with: finding.arguments)
  }

  @Test(
    arguments: [
      (#"{"contents":[{"parts":[{"text":?}]}]}"#, "write the text that is missing, or remove the example"),
      (#"{"contents":[{"role":?,"parts":[]}]}"#, #"write "user" or "model""#),
      (#"{"contents":?}"#, "write 'contents' as an array, or remove the example"),
      (#"{"contents":[{"parts":[?]}]}"#, "write the value that is missing, or remove this element"),
      (#"{"labels":{"a":?}}"#, "write the value that is missing, or remove 'a'"),
      (
        #"{"contents":[{"parts":[{"functionCall":{"name":?}}]}]}"#,
        "write the value that is missing, or remove the example"
      ),
      (
        #"{"contents":[{"parts":[{"functionCall":{"args":?}}]}]}"#,
        "write the arguments as an object, which can be {}"
      ),
      (#"{"contents":[{"parts":[{"function_response":{"response":?}}]}]}"#, #"write {"output": null}"#),
      (#"{"tools":[{"args":?}]}"#, "write the value that is missing, or remove 'args'"),
    ])
  func valueThatIsMissing(_ line: String, _ expected: String) throws {
    #expect(try remedy("TK204", line.replacing("?", with: "NaN")) == expected)
    let library = "; a JSON library, such as json.dumps in Python, writes valid JSON"
    for word in ["None", "undefined"] {
      #expect(try remedy("TK212", line.replacing("?", with: word)) == expected + library)
    }
  }

  @Test func nullIsWrittenOnlyWhereAnyValueIsAllowed() throws {
    let line = #"{"contents":[{"parts":[{"functionCall":{"args":{"a":[1,?]}}}]}]}"#
    #expect(
      try remedy("TK204", line.replacing("?", with: "-Infinity"))
        == "write null or a string instead, or remove it")
    #expect(try remedy("TK212", line.replacing("?", with: "None")).hasPrefix("write null; "))
    #expect(try remedy("TK204", "NaN") == "write the training example, or remove the line")
  }

  @Test(
    arguments: [
      (#""contents":{"role":"user"}"#, "put the turn in an array: […]"),
      (
        #""contents":["Hi"]"#,
        #"write {"role": "user", "parts": [{"text": …}]}, or "model" as the role if the model speaks"#
      ),
      (#""contents":[{"parts":{"text":"Hi"}}]"#, "put the part in an array: […]"),
      (#""contents":[{"parts":"Hi"}]"#, #"write [{"text": …}]"#),
      (#""contents":[{"parts":["Hi"]}]"#, #"write {"text": …}"#),
      (#""contents":[{"parts":[{"text":4.50}]}]"#, #"write it in double quotes: "4.50""#),
      (#""contents":[{"parts":[{"text":false}]}]"#, #"write it in double quotes: "false""#),
      (
        #""contents":[{"parts":[{"functionResponse":{"response":"{\"a\":1}"}}]}]"#,
        #"parse the string, and write the object that it contains, or wrap it as {"output": …}"#
      ),
      (
        #""contents":[{"parts":[{"functionResponse":{"response":true}}]}]"#,
        #"wrap the value as {"output": …}"#
      ),
      (
        #""contents":[{"parts":[{"functionResponse":{"response":"[object Object]"}}]}]"#,
        "write the value itself: '[object Object]' is what JavaScript writes for an object, and its content is lost"
      ),
      (
        #""contents":[{"parts":[{"functionCall":{"args":"city=Lima"}}]}]"#,
        #"write the arguments as an object, such as {"city": "Lima"}"#
      ),
      (
        #""contents":[{"parts":[{"functionCall":{"args":" {\"a\":1}"}}]}]"#,
        "parse the string, and write the object that it contains"
      ),
      (
        #""contents":[{"parts":[{"fileData":"gs://b/o"}]}]"#,
        #"write {"mimeType": "image/jpeg", "fileUri": …} with the file's own type"#
      ),
      (
        #""contents":[{"parts":[{"file_data":"gs://b/o"}]}]"#,
        #"write {"mime_type": "image/jpeg", "file_uri": …} with the file's own type"#
      ),
      (#""systemInstruction":"Hi""#, #"write {"parts": [{"text": …}]}"#),
      (#""systemInstruction":["Hi"]"#, #"write {"parts": [{"text": "…"}]} with the texts of the array"#),
      (#""tools":"[{}]""#, "parse the string, and write the array that it contains"),
      (#""labels":[]"#, "write an object"),
    ])
  func valueOfAnotherType(_ member: String, _ expected: String) throws {
    #expect(try remedy("TK303", "{\(member)}") == expected)
  }

  @Test(
    arguments: [
      (#""parameters":"x""#, #"write a schema, such as {"type": "OBJECT", "properties": {…}}"#),
      (
        #""parameters":"{\"type\":\"OBJECT\"}""#,
        "parse the string, and write the object that it contains"
      ),
      (#""response":true"#, #"write a schema, such as {"type": "STRING"}"#),
      (#""parameters":{"properties":{"a":"STRING"}}"#, #"write a schema, such as {"type": "STRING"}"#),
      (#""parameters":{"items":[{}]}"#, "write one schema, that of all items"),
      (#""parameters":{"type":{}}"#, #"write the type as a string, such as "STRING""#),
      (
        #""parameters":{"type":["STRING"]}"#,
        #"""
        write one type, with "nullable": true if the value may be null, or move the schema to \#
        'parametersJsonSchema', which takes JSON Schema
        """#
      ),
      (
        #""response_json_schema":{},"response":{"type":["STRING"]}"#,
        #"""
        write one type, with "nullable": true if the value may be null, or move the schema to \#
        'response_json_schema', which takes JSON Schema
        """#
      ),
      (
        #""parameters":{"required":true}"#,
        "list the required properties in 'required' of the object that has them"
      ),
      (#""parameters":{"required":"a"}"#, "put the string in an array: […]"),
      (#""parameters":{"enum":[1]}"#, #"write it in double quotes: "1""#),
      (#""parameters":{"anyOf":{}}"#, "put the object in an array: […]"),
      (#""parameters":{"nullable":"true"}"#, "write true or false, without quotes"),
      (#""parameters":{"minItems":1.5}"#, "write a whole number"),
      (#""parameters":{"maximum":"5s"}"#, "write a number"),
    ])
  func valueInASchema(_ member: String, _ expected: String) throws {
    let declarations = member.contains("_") ? "function_declarations" : "functionDeclarations"
    #expect(try remedy("TK303", #"{"tools":[{"\#(declarations)":[{\#(member)}]}]}"#) == expected)
  }

  @Test func timeIsAString() throws {
    let line = #"{"contents":[{"parts":[{"videoMetadata":{"startOffset":5}}]}]}"#
    #expect(try remedy("TK303", line) == #"write the seconds as a string that ends in s, such as "5s""#)
  }

  @Test func valueIsNamedAsTheFileSpellsIt() throws {
    let line = #"{"system_instruction":"Hi","tools":[{"function_declarations":["f"]}]}"#
    let folder = try TemporaryFolder()
    let path = try folder.write(Array((line + "\n").utf8), as: "train.jsonl")
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    let names = try #require(validation.run().first).findings.filter { $0.code == "TK303" }.map {
      $0.arguments[0]
    }
    #expect(names == ["system_instruction", "function_declarations[0]"])
  }

  @Test(
    arguments: [
      ("Model", "did you mean 'model'? change the role to 'model'"),
      ("modell", "did you mean 'model'? change the role to 'model'"),
      ("usr", "did you mean 'user'? change the role to 'user'"),
      ("Assistant", "change the role to 'model'"), ("human", "change the role to 'user'"),
      ("Developer", "move the parts of this turn to 'systemInstruction' and remove the turn"),
      ("tool", "change the role to 'model' if the model speaks, or to 'user' if not"),
      ("narrator", "change the role to 'model' if the model speaks, or to 'user' if not"),
    ])
  func roleThatIsMeant(_ role: String, _ expected: String) throws {
    #expect(try remedy("TK401", #"{"contents":[{"role":"\#(role)","parts":[{"text":"Hi"}]}]}"#) == expected)
  }

  @Test func functionResponseNeedsNoRole() throws {
    let line = #"{"contents":[{"role":"ipython","parts":[{"functionResponse":{"name":"f","response":{}}}]}]}"#
    #expect(try remedy("TK401", line) == "remove the role: a turn of function responses needs none")
  }
}

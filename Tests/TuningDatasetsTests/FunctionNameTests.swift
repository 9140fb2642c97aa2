import Diagnostics
import ModelCatalog
import TestSupport
import Testing

@testable import TuningDatasets

/// Names are looked at eight bytes at a time: with every character at every place, the verdict is that of the grammar.
@Suite struct FunctionNameTests {
  private func isFound(_ name: String) throws -> Bool {
    let folder = try TemporaryFolder()
    let line = #"{"contents":[{"role":"model","parts":[{"functionCall":{"name":"\#(name)","args":{}}}]}]}"#
    var validation = DatasetValidation(
      trainingPaths: [try folder.write(Array((line + "\n").utf8), as: "train.jsonl")],
      datasetLimits: DatasetLimits(loosestOf: .builtIn))
    validation.rules = try RuleSettings(.datasets, select: ["TK602"], ignore: [])
    return try #require(validation.run().first).counts.contains { $0.code == "TK602" }
  }

  @Test(arguments: [0, 1, 6, 7, 8, 15, 16])
  func everyCharacter(place: Int) throws {
    for byte: UInt8 in 0x20..<0x7F where byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
      let character = String(UnicodeScalar(byte))
      for rest in 0...1 {
        let name = String(repeating: "a", count: place) + character + String(repeating: "Z", count: rest)
        let isName = name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.:\-]{0,63}/) != nil
        #expect(try isFound(name) == !isName, "\(name)")
      }
    }
  }

  @Test func lengths() throws {
    for length in [1, 7, 8, 9, 63, 64, 65, 72] {
      #expect(try isFound(String(repeating: "a", count: length)) == (length > 64))
    }
  }
}

import JSONLines
import Testing

@testable import JSONSchemas

/// Whatever a schema asks for, time is bounded by the steps that may be done.
@Suite struct SchemaBoundsTests {
  @Test(
    "a schema that leads back to itself ends",
    arguments: [
      ##"{"$ref":"#"}"##, ##"{"allOf":[{"$ref":"#"},{"$ref":"#"}]}"##,
      ##"{"anyOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"not":{"$ref":"#"}}}}"##,
    ])
  func cycles(schema: String) {
    let judge = SchemaJudge(schema)
    #expect(judge.outcome("{}") == .unknown)
  }

  @Test("schemas that ask for more with every level end")
  func branches() {
    let judge = SchemaJudge(
      ##"{"properties":{"a":{"allOf":[{"$ref":"#"},{"$ref":"#"},{"$ref":"#"}]}}}"##)
    let value = String(repeating: #"{"a":"#, count: 60) + "1" + String(repeating: "}", count: 60)
    #expect(judge.outcome(value, steps: 100_000) == .unknown)
    #expect(judge.outcome(#"{"a":{"a":1}}"#) == .fits)
  }

  @Test("a long chain of references ends")
  func chain() {
    let schemas = (0..<20_000).map { ##""\##($0)":{"$ref":"#/$defs/\##($0 + 1)"}"## }
    let judge = SchemaJudge(##"{"$ref":"#/$defs/0","$defs":{"## + schemas.joined(separator: ",") + "}}")
    #expect(judge.outcome("1") == .unknown)
  }

  @Test("an enum of very many values")
  func manyConstants() {
    let values = (0..<100_000).map { "\"value \($0)\"" }
    let judge = SchemaJudge(#"{"enum":["# + values.joined(separator: ",") + "]}")
    #expect(judge.outcome(#""value 99999""#, steps: 100) == .fits)
    #expect(judge.outcome(#""value 100000""#, steps: 100) == .doesNotFit)
  }

  @Test("very many properties, required names and members")
  func manyNames() {
    let names = (0..<20_000).map { "\"p\($0)\"" }
    let properties = names.map { $0 + #":{"type":"integer"}"# }.joined(separator: ",")
    let judge = SchemaJudge(
      #"{"properties":{\#(properties)},"required":[\#(names.joined(separator: ","))],"additionalProperties":false}"#
    )
    let members = names.map { $0 + ":1" }
    #expect(judge.outcome("{" + members.joined(separator: ",") + "}") == .fits)
    #expect(judge.outcome("{" + members.dropLast().joined(separator: ",") + "}") == .doesNotFit)
  }

  @Test("more values than are looked at")
  func manyValues() {
    let judge = SchemaJudge("{}")
    let value = "[" + String(repeating: "1,", count: 1 << 20) + "1]"
    #expect(judge.outcome(value, steps: .max) == .unknown)
  }

  @Test("equal elements in a large array")
  func uniqueItems() {
    let judge = SchemaJudge(#"{"uniqueItems":true}"#)
    let values = (0..<50_000).map { #"{"a":\#($0)}"# }.joined(separator: ",")
    #expect(judge.outcome("[\(values)]") == .fits)
    #expect(judge.outcome(#"[\#(values),{"a":17}]"#) == .doesNotFit)
  }
}

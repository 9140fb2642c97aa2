import JSONLines
import TestSupport
import Testing

@testable import JSONSchemas

/// What is told by reading a schema beside a value is what the compiled schema tells, with the same steps.
@Suite struct PlainSchemaTests {
  /// Whether a value fits, told without compiling the schema, and the steps taken; the same of the compiled schema.
  private func judge(
    _ value: String, by schema: String, _ dialect: SchemaDialect, steps: Int = 10_000,
    bytesBeside: Int = 10_000
  ) -> (plain: (fits: Bool, budget: Int), compiled: (outcome: SchemaEvaluator.Outcome, budget: Int)) {
    let (value, schema) = (Array(value.utf8), Array(schema.utf8))
    return LineBytes.with(value + schema) { line in
      var evaluator = SchemaEvaluator()
      var cache = SchemaCache()
      let place = value.count..<value.count + schema.count
      evaluator.budget = steps
      evaluator.bytesBeside = bytesBeside
      let fits = evaluator.fits(0..<value.count, place, of: line, dialect)
      let plain = (fits, evaluator.budget)
      evaluator.budget = steps
      let outcome = evaluator.check(0..<value.count, of: line, by: cache.schema(place, of: line, dialect))
      return (plain, (outcome, evaluator.budget))
    }
  }

  @Test(
    "values that fit",
    arguments: [
      (
        #"{"type":"OBJECT","properties":{"a":{"type":"STRING","description":"x"}},"required":["a"]}"#,
        #"{"a":"b"}"#
      ),
      (
        #"{"properties":{"a":{"type":"integer","format":"int32"},"b":{"enum":["x"]}}}"#,
        #"{"\u0062":"\u0078"}"#
      ),
      (
        #"{"type":"object","properties":{"a":{"items":{"properties":{"b":{"type":"NUMBER"}}}}}}"#,
        #"{"a":[{"b":1.5},{"c":0},3]}"#
      ),
      (#"{"type":"OBJECT","properties":{},"required":[]}"#, #"{"a":null}"#), ("{}", "[]"),
      (
        #"{"properties":{"n":{"type":"INTEGER"},"b":{"type":"BOOLEAN","nullable":true}}}"#,
        #"{"b":true,"n":2.0}"#
      ),
    ])
  func fitting(schema: String, value: String) {
    let found = judge(value, by: schema, .api)
    #expect(found.plain.fits)
    #expect(found.compiled.outcome == .fits)
    #expect(found.plain.budget == found.compiled.budget)
  }

  @Test(
    "what is left to the compiled schema",
    arguments: [
      (#"{"properties":{"a":{}}}"#, #"{"b":1}"#), (#"{"required":["a","a"]}"#, #"{"a":1,"b":2}"#),
      (##"{"properties":{"a":{"ref":"#/defs/b"}}}"##, "{}"),
      (#"{"properties":{"a":{"anyOf":[]}}}"#, #"{"a":1}"#),
      (#"{"type":"STRING","nullable":true}"#, "null"), (#"{"enum":["1"]}"#, "1"),
      (#"{"type":"INTEGER"}"#, "1.5"),
      (#"{"type":"NUMBER","format":"int32"}"#, "1"), (#"{"items":{"type":"STRING"}}"#, #"["a",1]"#),
    ])
  func others(schema: String, value: String) {
    #expect(!judge(value, by: schema, .api).plain.fits)
  }

  @Test("an absent object, and too few steps and bytes")
  func bounds() {
    let schema = #"{"type":"OBJECT","properties":{"a":{"type":"ARRAY","items":{"type":"STRING"}}}}"#
    let value = #"{"a":["b","c","d"]}"#
    #expect(judge("", by: schema, .api).plain.fits)
    let all = judge(value, by: schema, .api)
    #expect(all.plain.fits)
    let steps = 10_000 - all.plain.budget
    #expect(judge(value, by: schema, .api, steps: steps).plain.fits)
    #expect(judge(value, by: schema, .api, steps: steps - 1).plain == (false, steps - 1))
    // The schema, and that of elements two times more.
    let bytes = schema.utf8.count + 2 * #"{"type":"STRING"}"#.utf8.count
    #expect(judge(value, by: schema, .api, bytesBeside: bytes).plain.fits)
    #expect(!judge(value, by: schema, .api, bytesBeside: bytes - 1).plain.fits)
  }

  @Test("any schema and any value", arguments: [SchemaDialect.api, .jsonSchema])
  func agreement(dialect: SchemaDialect) {
    var generator = SplitMix64(seed: 11)
    var fitting = 0
    for _ in 0..<20_000 {
      let value = Self.value(depth: 0, &generator)
      let schema = Self.schema(depth: 0, &generator)
      let found = judge(value, by: schema, dialect)
      guard found.plain.fits else { continue }
      fitting += 1
      #expect(found.compiled.outcome == .fits, "\(value) \(schema)")
      #expect(found.plain.budget == found.compiled.budget, "\(value) \(schema)")
    }
    #expect(fitting > 2_000)
  }

  private static let names = ["a", "b", "c", "d"]

  private static func value(depth: Int, _ generator: inout SplitMix64) -> String {
    if depth < 3, depth == 0 || generator.next() % 3 == 0 {
      let kept = names.filter { _ in generator.next() % 2 == 0 }
      let members = kept.map { "\"\($0)\":\(value(depth: depth + 1, &generator))" }
      return "{" + members.joined(separator: ",") + "}"
    }
    if depth < 3, generator.next() % 4 == 0 {
      let elements = (0..<Int(generator.next() % 4)).map { _ in value(depth: depth + 1, &generator) }
      return "[" + elements.joined(separator: ", ") + "]"
    }
    return generator.pick(["1", "2.0", "1.5", "true", "null", #""x""#, #""y""#, #""\u0078""#])
  }

  private static func schema(depth: Int, _ generator: inout SplitMix64) -> String {
    var members: [String] = []
    func kept() -> [String] { names.filter { _ in generator.next() % 2 == 0 } }
    if generator.next() % 2 == 0 {
      let types =
        depth == 0 ? ["OBJECT", "object"] : ["STRING", "string", "NUMBER", "integer", "object", "ARRAY"]
      members.append(#""type":"\#(generator.pick(types))""#)
    }
    if generator.next() % 4 == 0 { members.append(#""description":"{}""#) }
    if depth < 3, generator.next() % 2 == 0 {
      let properties = kept().map { "\"\($0)\": \(schema(depth: depth + 1, &generator))" }
      members.append(#""properties":{\#(properties.joined(separator: ","))}"#)
    }
    if generator.next() % 4 == 0 {
      members.append(#""required":[\#(kept().map { "\"\($0)\"" }.joined(separator: ","))]"#)
    }
    if depth < 3, generator.next() % 4 == 0 {
      members.append(#""items":\#(schema(depth: depth + 1, &generator))"#)
    }
    if generator.next() % 8 == 0 { members.append(#""enum":["x","z"]"#) }
    if generator.next() % 16 == 0 { members.append(#""nullable":true"#) }
    if generator.next() % 32 == 0 {
      members.append(
        generator.pick([#""format":"int32""#, #""minLength":1"#, #""anyOf":[{}]"#, #""const":1"#]))
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}

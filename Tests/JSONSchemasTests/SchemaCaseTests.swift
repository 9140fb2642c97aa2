import JSONLines
import Testing

@testable import JSONSchemas

/// A schema, values that fit it, and values that do not. `Tests/schema-suite` runs the public suite.
struct SchemaCase: CustomTestStringConvertible, Sendable {
  let schema: String
  let fitting: [String]
  let others: [String]

  init(_ schema: String, fits fitting: [String], not others: [String]) {
    (self.schema, self.fitting, self.others) = (schema, fitting, others)
  }

  var testDescription: String { schema }

  static let values = [
    SchemaCase("true", fits: ["1", "{}"], not: []),
    SchemaCase("false", fits: [], not: ["1", "null"]),
    SchemaCase(#"{"type":"integer"}"#, fits: ["1", "-0", "1.0", "1e2"], not: ["1.5", #""1""#, "true"]),
    SchemaCase(#"{"type":["number","null"]}"#, fits: ["1.5", "null"], not: ["[]", "false"]),
    SchemaCase(#"{"type":"no type"}"#, fits: ["1"], not: []),
    SchemaCase(
      #"{"enum":[1,"a",{"b":[1,2],"c":null}]}"#,
      fits: ["1.0", #""\u0061""#, #"{"c":null,"b":[1,2.0]}"#],
      not: ["true", "2", #"{"b":[2,1],"c":null}"#, #"{"b":[1,2]}"#]),
    SchemaCase(#"{"const":{"a":false}}"#, fits: [#"{"a":false}"#], not: [#"{"a":0}"#, "{}"]),
    SchemaCase(#"{"const":9007199254740993}"#, fits: ["9007199254740993"], not: ["9007199254740992"]),
    SchemaCase(#"{"minimum":1.1,"maximum":3}"#, fits: ["1.10", "3", #""0""#], not: ["1.09", "3.01"]),
    SchemaCase(
      #"{"exclusiveMinimum":1,"exclusiveMaximum":1e2}"#, fits: ["1.1", "99"], not: ["1", "100", "1.0"]),
    SchemaCase(#"{"multipleOf":0.01}"#, fits: ["4.35", "0", "1e300"], not: ["0.0075", "4.351"]),
    SchemaCase(
      #"{"minLength":2,"maxLength":3}"#, fits: [#""äö""#, #""\ud83d\ude00b""#], not: [#""ä""#, #""abcd""#]),
    SchemaCase(#"{"pattern":"^a+$"}"#, fits: [#""aaa""#, "1"], not: [#""ab""#, #""""#]),
    SchemaCase(#"{"pattern":"(?=a)"}"#, fits: [#""b""#], not: []),
  ]

  static let objects = [
    SchemaCase(
      #"{"properties":{"a":{"type":"string"},"b":false},"required":["a"]}"#,
      fits: [#"{"\u0061":"x","c":1}"#, "1"],
      not: ["{}", #"{"a":1}"#, #"{"a":"x","b":1}"#]),
    SchemaCase(
      #"{"properties":{"a":{}},"patternProperties":{"^x":{"type":"null"}},"additionalProperties":{"type":"boolean"}}"#,
      fits: [#"{"a":1,"x1":null,"b":true}"#], not: [#"{"x":1}"#, #"{"b":1}"#]),
    SchemaCase(
      #"{"minProperties":1,"maxProperties":1}"#, fits: [#"{"a":{"b":1,"c":2}}"#],
      not: ["{}", #"{"a":1,"b":2}"#]),
    SchemaCase(#"{"propertyNames":{"maxLength":1}}"#, fits: [#"{"a":1}"#], not: [#"{"ab":1}"#]),
    SchemaCase(
      #"{"dependentRequired":{"a":["b"]},"dependentSchemas":{"c":{"required":["d"]}}}"#,
      fits: ["{}", #"{"a":1,"b":1}"#, #"{"c":1,"d":1}"#], not: [#"{"a":1}"#, #"{"c":1}"#]),
    SchemaCase(
      #"{"allOf":[{"properties":{"a":{}}}],"properties":{"b":{}},"unevaluatedProperties":false}"#,
      fits: [#"{"a":1,"b":1}"#], not: [#"{"c":1}"#]),
    SchemaCase(
      #"{"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"properties":{"b":{}}}],"unevaluatedProperties":false}"#,
      fits: [#"{"a":1,"b":1}"#], not: [#"{"a":2}"#]),
  ]

  static let arrays = [
    SchemaCase(
      #"{"prefixItems":[{"const":1}],"items":{"const":2}}"#, fits: ["[]", "[1,2,2]"], not: ["[2]", "[1,1]"]),
    SchemaCase(#"{"minItems":1,"maxItems":2}"#, fits: ["[[1,2,3]]"], not: ["[]", "[1,2,3]"]),
    SchemaCase(
      #"{"uniqueItems":true}"#, fits: ["[1,true,[1],{\"a\":1}]", "[{\"a\":1},{\"a\":2}]"],
      not: ["[1,1.0]", #"[{"a":1,"b":2},{"b":2,"a":1}]"#]),
    SchemaCase(
      #"{"contains":{"const":1},"minContains":2,"maxContains":3}"#, fits: ["[1,0,1]"],
      not: ["[1]", "[1,1,1,1]"]),
    SchemaCase(#"{"contains":{"const":1},"minContains":0}"#, fits: ["[]"], not: []),
    SchemaCase(
      #"{"prefixItems":[true],"contains":{"const":9},"unevaluatedItems":{"type":"string"}}"#,
      fits: [#"[0,9,"a"]"#], not: ["[0,9,1]"]),
  ]

  static let schemas = [
    SchemaCase(#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, fits: ["1"], not: ["0", "3"]),
    SchemaCase(#"{"anyOf":[{"type":"string"},{"minimum":2}]}"#, fits: [#""a""#, "2"], not: ["1"]),
    SchemaCase(#"{"oneOf":[{"minimum":1},{"maximum":2}]}"#, fits: ["0", "3"], not: ["1"]),
    SchemaCase(#"{"not":{"type":"string"}}"#, fits: ["1"], not: [#""a""#]),
    SchemaCase(
      #"{"if":{"minimum":5},"then":{"multipleOf":5},"else":{"const":1}}"#, fits: ["10", "1"], not: ["6", "2"]),
    SchemaCase(
      ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##,
      fits: [#"{"next":{"next":{}}}"#], not: [#"{"next":{"last":1}}"#]),
    SchemaCase(
      ##"{"$defs":{"a~/%":{"type":"null"}},"properties":{"x":{"$ref":"#/$defs/a~0~1%25"}}}"##,
      fits: [#"{"x":null}"#], not: [#"{"x":1}"#]),
    SchemaCase(
      ##"{"$id":"https://example.com/a/b","$defs":{"c":{"$id":"c","$anchor":"d","type":"null"}},"items":{"$ref":"../a/c#d"}}"##,
      fits: ["[null]"], not: ["[1]"]),
    SchemaCase(
      ##"{"$id":"https://a.b/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false,"$defs":{"tree":{"$id":"tree","$dynamicAnchor":"node","properties":{"children":{"items":{"$dynamicRef":"#node"}}}}}}"##,
      fits: [#"{"children":[{"children":[]}]}"#], not: [#"{"children":[{"child":1}]}"#]),
    SchemaCase(##"{"$ref":"https://example.com/elsewhere","minimum":1}"##, fits: ["1"], not: ["0"]),
  ]

  static let ofAPI = [
    SchemaCase(
      #"{"type":"STRING","nullable":true,"enum":["a"]}"#, fits: [#""a""#, "null"], not: [#""b""#, "1"]),
    SchemaCase(#"{"type":"INTEGER","enum":["101","1e3"]}"#, fits: ["101.0", "1000"], not: ["102"]),
    SchemaCase(#"{"type":"integer","format":"int32"}"#, fits: ["2147483647"], not: ["2147483648", "1.5"]),
    SchemaCase(
      #"{"min_items":"1","any_of":[{"type":"ARRAY"}],"maxItems":"2"}"#, fits: ["[1]"], not: ["[]", "[1,2,3]"]),
    SchemaCase(
      ##"{"defs":{"x":{"type":"NULL"}},"properties":{"a":{"ref":"#/defs/x"}}}"##, fits: [#"{"a":null}"#],
      not: [#"{"a":1}"#]),
    SchemaCase(
      #"{"properties":{"a":{"properties":{"b":{}}}}}"#, fits: [#"{"a":{"c":1}}"#], not: [#"{"b":1}"#]),
    SchemaCase(#"{"properties":{"a":{}},"additionalProperties":true}"#, fits: [#"{"b":1}"#], not: []),
    SchemaCase(#"{"oneOf":[false],"$ref":"nowhere","const":1}"#, fits: ["2"], not: []),
  ]
}

@Suite struct SchemaCaseTests {
  @Test(arguments: SchemaCase.values + SchemaCase.objects + SchemaCase.arrays + SchemaCase.schemas)
  func jsonSchema(_ sample: SchemaCase) { check(sample, .jsonSchema) }

  @Test(arguments: SchemaCase.ofAPI)
  func schemasOfTheAPI(_ sample: SchemaCase) { check(sample, .api) }

  private func check(_ sample: SchemaCase, _ dialect: SchemaDialect) {
    let judge = SchemaJudge(sample.schema, dialect)
    for value in sample.fitting { #expect(judge.accepts(value), "\(value)") }
    for value in sample.others { #expect(judge.outcome(value) == .doesNotFit, "\(value)") }
  }

  @Test("each keyword that a value breaks is named once, at the value")
  func faults() {
    let judge = SchemaJudge(
      #"{"properties":{"a":{"type":"string"},"b":{"items":{"minimum":2}}},"required":["c","d"]}"#)
    #expect(
      judge.faults(#"{"a":5,"b":[1,3,0]}"#) == [
        "type 5", "minimum 1", #"required {"a":5,"b":[1,3,0]}"#, #"required {"a":5,"b":[1,3,0]}"#,
      ])
  }

  @Test("a reference that leads nowhere is known")
  func unresolved() {
    let schema = ##"{"items":{"$ref":"https://example.com/x"}}"##
    #expect(SchemaJudge(schema).schema.unresolvedReference == 17..<40)
    #expect(SchemaJudge(##"{"items":{"$ref":"#/items"}}"##).schema.unresolvedReference == nil)
    #expect(SchemaJudge(##"{"items":{"$ref":"#nothing"}}"##).schema.unresolvedReference != nil)
  }
}

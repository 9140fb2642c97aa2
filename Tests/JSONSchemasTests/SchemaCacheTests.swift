import JSONLines
import Testing

@testable import JSONSchemas

@Suite struct SchemaCacheTests {
  @Test("a schema is recognized by its bytes and its language")
  func recognition() {
    var cache = SchemaCache()
    let line = #"{"type":"object"} {"type":"object"} {"type":"strings"}"#
    LineBytes.with(Array(line.utf8)) { line in
      let schema = cache.schema(0..<17, of: line, .jsonSchema)
      let same = cache.schema(18..<35, of: line, .jsonSchema)
      let ofAPI = cache.schema(18..<35, of: line, .api)
      let other = cache.schema(36..<54, of: line, .jsonSchema)
      #expect(same === schema && ofAPI !== schema && other !== schema)
      #expect(schema.lengthInBytes == 17)
    }
  }

  @Test("very many schemas are forgotten, and each is right")
  func manySchemas() {
    var cache = SchemaCache()
    var evaluator = SchemaEvaluator()
    for round in 0..<20_000 {
      let text = #"{"const":\#(round)}"# + "\(round)"
      let bytes = Array(text.utf8)
      LineBytes.with(bytes) { line in
        let end = bytes.count - "\(round)".utf8.count
        let schema = cache.schema(0..<end, of: line, .jsonSchema)
        evaluator.budget = 100
        let outcome = evaluator.check(end..<bytes.count, of: line, by: schema)
        #expect(outcome == .fits)
      }
    }
  }

  @Test("a schema that somebody has stays what it is")
  func keptSchema() {
    var cache = SchemaCache()
    var evaluator = SchemaEvaluator()
    let kept = LineBytes.with(Array(#"{"type":"string","maxLength":2}"#.utf8)) { line in
      cache.schema(0..<line.count, of: line, .api)
    }
    for round in 0..<5000 {
      LineBytes.with(Array(#"{"enum":["\#(round)"],"required":["a"]}"#.utf8)) { line in
        _ = cache.schema(0..<line.count, of: line, .api)
      }
    }
    for (value, outcome) in [("\"ab\"", SchemaEvaluator.Outcome.fits), ("\"abc\"", .doesNotFit)] {
      evaluator.budget = 100
      let found = LineBytes.with(Array(value.utf8)) { evaluator.check(0..<$0.count, of: $0, by: kept) }
      #expect(found == outcome)
    }
  }
}

import JSONLines

@testable import JSONSchemas

/// Judges values by a schema, both as text.
final class SchemaJudge {
  let schema: JSONSchema
  private var evaluator = SchemaEvaluator()

  init(_ schema: String, _ dialect: SchemaDialect = .jsonSchema) {
    var cache = SchemaCache()
    let bytes = Array(schema.utf8)
    self.schema = LineBytes.with(bytes) { cache.schema(0..<bytes.count, of: $0, dialect) }
  }

  /// What is found in a value, with so many steps.
  func outcome(_ value: String, steps: Int = 1_000_000) -> SchemaEvaluator.Outcome {
    let bytes = Array(value.utf8)
    evaluator.budget = steps
    return LineBytes.with(bytes) { evaluator.check(0..<bytes.count, of: $0, by: schema) }
  }

  /// Whether a value fits.
  func accepts(_ value: String) -> Bool { outcome(value) == .fits }

  /// The faults of a value: the keyword, and what is in its place.
  func faults(_ value: String) -> [String] {
    _ = outcome(value)
    let bytes = Array(value.utf8)
    return evaluator.faults.map { fault in
      "\(fault.keyword) \(String(decoding: bytes[fault.value], as: UTF8.self))"
    }
  }
}

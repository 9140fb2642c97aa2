package import JSONLines

/// Compiled schemas, recognized by their bytes: a schema that many lines have is compiled once. Its memory is bounded, and used
/// again.
package struct SchemaCache: ~Copyable {
  /// The most schemas that are kept, and the most bytes that they have together.
  private static let mostSchemas = 1024
  private static let mostBytes = 4 << 20
  /// The longest schema whose memory is used for another one, in bytes.
  private static let mostReused = 1 << 12

  private var schemas: ContiguousArray<JSONSchema?> = []
  private var bytes = 0
  private var compiler = SchemaCompiler()
  private let seed = UInt64.random(in: .min ... .max)

  /// An empty cache.
  package init() {}

  /// The schema in a range of a line, which must be valid JSON. O(length), and compiled if it is not known.
  ///
  /// As long as somebody has the schema, it stays what it is.
  package mutating func schema(
    _ range: Range<Int>, of line: LineBytes, _ dialect: SchemaDialect
  ) -> JSONSchema {
    if schemas.isEmpty { schemas = ContiguousArray(repeating: nil, count: Self.mostSchemas) }
    let hash = line.hash(of: range, seed: seed &+ UInt64(dialect.rawValue))
    let slot = Int(truncatingIfNeeded: hash) & (Self.mostSchemas - 1)
    if let schema = schemas[slot], schema.hash == hash, schema.dialect == dialect,
      line.bytes(in: range, areThoseOf: schema.content.line)
    {
      return schema
    }
    let schema = unusedSchema(in: slot, range.count)
    schema.compile(range, of: line, dialect, hash: hash, &compiler)
    keep(schema, in: slot)
    return schema
  }

  /// A schema to become another one: that of a slot, if nobody else has it and it has not much memory.
  private mutating func unusedSchema(in slot: Int, _ length: Int) -> JSONSchema {
    guard length <= Self.mostReused, isKnownUniquelyReferenced(&schemas[slot]), let schema = schemas[slot],
      schema.mostBytes <= Self.mostReused
    else { return JSONSchema() }
    bytes -= schema.mostBytes
    schemas[slot] = nil
    return schema
  }

  private mutating func keep(_ schema: JSONSchema, in slot: Int) {
    let length = schema.mostBytes
    guard length <= Self.mostBytes / 4 else { return }
    bytes += length - (schemas[slot]?.mostBytes ?? 0)
    if bytes > Self.mostBytes {
      for index in schemas.indices { schemas[index] = nil }
      bytes = length
    }
    schemas[slot] = schema
  }
}

/// In which language a schema is written.
package enum SchemaDialect: UInt8, Sendable {
  /// The subset of OpenAPI 3.0 that the API's `Schema` is: types in capitals, `nullable`, `ref` and `defs`.
  case api
  /// JSON Schema 2020-12.
  case jsonSchema
}

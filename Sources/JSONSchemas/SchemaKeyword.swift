/// A keyword of JSON Schema 2020-12, or of the API's `Schema`.
package enum SchemaKeyword: UInt8, Sendable, CaseIterable {
  case type, properties, required, items, `enum`, format, nullable, anyOf, allOf, oneOf, not, `if`, then,
    `else`
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  case minLength, maxLength, pattern
  case minItems, maxItems, uniqueItems, prefixItems, contains, minContains, maxContains
  case minProperties, maxProperties, additionalProperties, patternProperties, propertyNames
  case dependentRequired, dependentSchemas, unevaluatedItems, unevaluatedProperties
  case const, defs, definitions, id, anchor, dynamicAnchor, ref, dynamicRef

  /// The keyword as schemas of a language spell it.
  package func name(in dialect: SchemaDialect) -> String {
    let name = Self.names[Int(rawValue)]
    return dialect == .jsonSchema && Self.withDollar.contains(self) ? "$\(name)" : String(name)
  }

  /// The names of the cases, in their order. Swift finds them by reflection, which costs every start more than to read this.
  private static let names = """
    type properties required items enum format nullable anyOf allOf oneOf not if then else minimum maximum \
    exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems \
    prefixItems contains minContains maxContains minProperties maxProperties additionalProperties \
    patternProperties propertyNames dependentRequired dependentSchemas unevaluatedItems \
    unevaluatedProperties const defs definitions id anchor dynamicAnchor ref dynamicRef
    """.split(separator: " ")

  private static let withDollar = SchemaKeywords(.defs, .id, .anchor, .dynamicAnchor, .ref, .dynamicRef)

  /// Those that the API's `Schema` has.
  static let ofAPI = SchemaKeywords(
    .type, .properties, .required, .items, .enum, .format, .nullable, .anyOf, .minimum, .maximum, .minLength,
    .maxLength, .pattern, .minItems, .maxItems, .minProperties, .maxProperties, .additionalProperties, .defs,
    .ref)
}

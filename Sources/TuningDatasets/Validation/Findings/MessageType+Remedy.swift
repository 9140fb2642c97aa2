import Diagnostics

extension MessageType {
  /// What to do about an unknown field.
  ///
  /// - Parameter jsonSchemaField: for a schema, the field that takes JSON Schema in its place.
  func remedy(of key: String, jsonSchemaField: String) -> String {
    if self == .schema, Self.isOfJSONSchema(key) {
      return "move the schema to '\(jsonSchemaField)', which takes JSON Schema"
    }
    let names = FieldTable.shared.spellings(of: self)
    let nearest = NearestName.of(key, among: names, aliases: aliases)
    return "rename the field" + (nearest.map { " to '\($0)'" } ?? "")
  }

  /// Whether JSON Schema, in one of its versions, has a keyword. Source: json-schema.org, drafts 4 to 2020-12, as of
  /// 2026-11-28.
  private static func isOfJSONSchema(_ keyword: String) -> Bool {
    keyword.hasPrefix("$") || keywords.contains(keyword)
  }

  /// The keywords that `Schema` does not have.
  private static let keywords: Set<String> = [
    "additionalItems", "allOf", "const", "contains", "contentEncoding", "contentMediaType", "contentSchema",
    "definitions", "dependencies", "dependentRequired", "dependentSchemas", "deprecated", "else", "examples",
    "exclusiveMaximum", "exclusiveMinimum", "if", "maxContains", "minContains", "multipleOf", "not", "oneOf",
    "patternProperties", "prefixItems", "propertyNames", "readOnly", "then", "unevaluatedItems",
    "unevaluatedProperties", "uniqueItems", "writeOnly",
  ]
}

import JSONLines

/// The texts of a function's declaration that are counted as tokens.
///
/// These are its name and description and, of each schema in it, `format`, `description`, the strings of `enum` and `required`,
/// the keys of `properties`, and the strings of `example`. Google's SDK counts the same, but for the schemas of `anyOf` and
/// the like, and for JSON Schemas, which it leaves out, although the model reads them.
///
/// Source: `local_tokenizer.py` of google-genai 2.19.0 and 3.6.1.
struct DeclarationTexts {
  /// What a value is.
  private enum Kind {
    case declaration, schema
    /// An object with schemas by name; the names of properties are texts too.
    case properties, schemas
    /// A text, or a value whose strings are.
    case texts
    case other
  }

  private let line: LineBytes
  private var offset: Int

  /// The texts of a declaration that has been read, and whose brace is at an offset.
  init(of line: LineBytes, at offset: Int) { (self.line, self.offset) = (line, offset) }

  /// Calls `body` with each text. O(length of the declaration); the depth of the line bounds that of the recursion.
  mutating func forEach(_ body: (StringToken) -> Void) { read(.declaration, body) }

  private mutating func read(_ kind: Kind, _ body: (StringToken) -> Void) {
    let start = skipSpace()
    switch (kind, line[start]) {
    case (.texts, _), (.other, _):
      let end = line.endOfValue(from: start)
      if kind == .texts { line.forEachString(in: start..<end, body) }
      offset = end
    case (_, UInt8(ascii: "{")): readObject(kind, body)
    case (.schema, UInt8(ascii: "[")): readList(body)
    default: offset = line.endOfValue(from: start)
    }
  }

  private mutating func readObject(_ kind: Kind, _ body: (StringToken) -> Void) {
    offset += 1
    while line[skipSpace()] == UInt8(ascii: "\"") {
      let key = line.stringToken(from: offset)
      offset = key.end + 1
      skipSpace()
      // The colon.
      offset += 1
      if kind == .properties { body(key) }
      read(self.kind(ofValueOf: key, in: kind), body)
      if line[skipSpace()] == UInt8(ascii: ",") { offset += 1 }
    }
    offset += 1
  }

  /// Reads a list of schemas.
  private mutating func readList(_ body: (StringToken) -> Void) {
    offset += 1
    while line[skipSpace()] != UInt8(ascii: "]") {
      read(.schema, body)
      if line[skipSpace()] == UInt8(ascii: ",") { offset += 1 }
    }
    offset += 1
  }

  private func kind(ofValueOf key: StringToken, in kind: Kind) -> Kind {
    switch kind {
    case .properties, .schemas: .schema
    case .declaration: Self.kindInDeclaration(key, line)
    case .schema, .texts, .other: Self.kindInSchema(key, line)
    }
  }

  private static func kindInDeclaration(_ key: StringToken, _ line: LineBytes) -> Kind {
    func isKey(_ name: String) -> Bool { line.string(key, equals: name) }
    if isKey("name") || isKey("description") { return .texts }
    let isSchema =
      isKey("parameters") || isKey("response") || isKey("parametersJsonSchema")
      || isKey("parameters_json_schema") || isKey("responseJsonSchema") || isKey("response_json_schema")
    return isSchema ? .schema : .other
  }

  private static func kindInSchema(_ key: StringToken, _ line: LineBytes) -> Kind {
    func isKey(_ name: String) -> Bool { line.string(key, equals: name) }
    if isKey("type") { return .other }
    if isKey("properties") { return .properties }
    if isKey("description") || isKey("enum") || isKey("required") || isKey("format") || isKey("example") {
      return .texts
    }
    if isKey("items") || isKey("anyOf") || isKey("any_of") || isKey("oneOf") || isKey("allOf")
      || isKey("prefixItems") || isKey("additionalProperties") || isKey("not")
    {
      return .schema
    }
    let areSchemas =
      isKey("$defs") || isKey("defs") || isKey("definitions") || isKey("patternProperties")
    return areSchemas ? .schemas : .other
  }

  @discardableResult
  private mutating func skipSpace() -> Int {
    offset = line.afterSpace(from: offset)
    return offset
  }
}

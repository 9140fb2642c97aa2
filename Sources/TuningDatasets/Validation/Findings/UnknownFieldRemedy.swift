import Diagnostics
import JSONLines

/// What to do about an unknown field: which name it should have, and what to make of its value under that name.
struct UnknownFieldRemedy {
  private let key: StringToken
  private let message: MessageType
  private let isOptional: Bool
  private let areOfParameters: Bool
  private let style: NameStyle

  /// The remedy for a key of a message.
  ///
  /// - Parameters:
  ///   - isOptional: whether the field can also be removed.
  ///   - areOfParameters: if the message is a schema, whether it is of parameters, not of a response.
  ///   - style: how names of several words are written in the line.
  init(
    _ key: StringToken, of message: MessageType, isOptional: Bool, areOfParameters: Bool,
    _ style: NameStyle
  ) {
    self.key = key
    self.message = message
    self.isOptional = isOptional
    self.areOfParameters = areOfParameters
    self.style = style
  }

  /// The remedy, as a sentence.
  func text(in line: LineBytes) -> String {
    var isOfKind = true
    return text(in: line, &isOfKind)
  }

  /// A hash continued by the key, the kind of its value, and what else the text is made of; but see ``isOfKind(in:)``.
  func identity(in line: LineBytes, _ hash: UInt64) -> UInt64 {
    let kind = line.kind(at: line.valueOffset(behind: key))
    let choices = (isOptional ? 2 : 0) + (style == .camelCase ? 1 : 0)
    let kinds = UInt64(kind.rawValue) << 16 | UInt64(message.rawValue) << 8 | UInt64(choices)
    return FindingArgument.string(key).identity(in: line, [], Fingerprint.hash(kinds, hash))
  }

  /// Whether the text depends on no more of the value than its kind.
  func isOfKind(in line: LineBytes) -> Bool {
    var isOfKind = true
    _ = text(in: line, &isOfKind)
    return isOfKind
  }

  /// - Parameter isOfKind: becomes false if the text depends on more of the value than its kind.
  private func text(in line: LineBytes, _ isOfKind: inout Bool) -> String {
    let removal = isOptional ? ", or remove it" : ""
    let table = FieldTable.shared
    let written = FindingArgument.beginning(of: key, in: line)
    if message == .schema, Self.isOfJSONSchema(written) {
      let field = OpenSchemas.jsonSchemaField(ofParameters: areOfParameters)
      return
        "move the schema to '\(style.spelling(of: field))', which takes JSON Schema, or remove '\(written)'"
    }
    guard let index = fieldMeant(by: written) else { return "rename the field" + removal }
    let name = table.spelling(of: index)
    let value = line.valueOffset(behind: key)
    let found = line.kind(at: value)
    // Another name for declarations, without the tool around them.
    let isForTools = message == .example && table.field(of: index) == .tools
    if isForTools, found == .array, NearestName.of(written, among: ["tools"]) == nil {
      let declarations = style.spelling(of: "functionDeclarations")
      return #"rename the field to '\#(name)', and write [{"\#(declarations)": …}]"# + removal
    }
    guard let expected = table.shape(of: index).expectation, found != expected.kind, found != .null else {
      return "rename the field to '\(name)'\(removal)"
    }
    // A number or a Boolean is not the text, the turns or the call that are missing, but it can be a response.
    let isScalar = found == .number || found == .boolean
    if isScalar, table.field(of: index) != .response { return "rename the field" + removal }
    isOfKind = false
    let change = WrongTypeRemedy(of: .field(index), from: value, expected: expected, found: found, style)
    return "rename the field to '\(name)', and \(change.text(in: line))\(removal)"
  }

  /// The field that a key is probably meant for, under the spelling that the line uses.
  private func fieldMeant(by written: String) -> Int? {
    let table = FieldTable.shared
    let indices = table.indices(of: message)
    func index(of name: String) -> Int? { indices.first { table.spelling(of: $0) == name } }
    let nearest = NearestName.of(written, among: table.spellings(of: message), aliases: message.aliases)
    guard let meant = nearest.flatMap(index(of:)) else { return nil }
    return style == .camelCase ? meant : index(of: FieldTable.snakeCase(table.name(of: meant)))
  }

  /// Whether JSON Schema, in one of its versions, has a keyword. Source: json-schema.org, drafts 4 to 2020-12, as of
  /// 2026-11-28.
  private static func isOfJSONSchema(_ keyword: String) -> Bool {
    keyword.hasPrefix("$") || jsonSchemaKeywords.contains(keyword)
  }

  /// The keywords of JSON Schema that `Schema` does not have.
  private static let jsonSchemaKeywords: Set<String> = [
    "additionalItems", "allOf", "const", "contains", "contentEncoding", "contentMediaType", "contentSchema",
    "definitions", "dependencies", "dependentRequired", "dependentSchemas", "deprecated", "else", "examples",
    "exclusiveMaximum", "exclusiveMinimum", "if", "maxContains", "minContains", "multipleOf", "not", "oneOf",
    "patternProperties", "prefixItems", "propertyNames", "readOnly", "then", "unevaluatedItems",
    "unevaluatedProperties", "uniqueItems", "writeOnly",
  ]
}

extension FieldShape {
  /// What every value is that has the right type; nil if values of several types have it.
  fileprivate var expectation: ShapeFault.Expectation? {
    if case .message(.schema) = self { .schema } else { kind.map { .kind($0) } }
  }
}

extension LineBytes {
  /// Where the value of a key begins.
  fileprivate func valueOffset(behind key: StringToken) -> Int {
    var offset = afterSpace(from: key.end + 1)
    if self[offset] == UInt8(ascii: ":") { offset = afterSpace(from: offset + 1) }
    return offset
  }

  /// The kind of the value at an offset.
  fileprivate func kind(at offset: Int) -> JSONKind {
    switch self[offset] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }
}

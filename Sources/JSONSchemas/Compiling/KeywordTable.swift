import JSONLines

/// Finds keywords by their bytes.
struct KeywordTable: Sendable {
  private struct Entry: Sendable {
    let length: Int
    let first: UInt64
    let last: UInt64
    let keyword: SchemaKeyword
  }

  static let api = KeywordTable(.api)
  static let jsonSchema = KeywordTable(.jsonSchema)

  /// The entries by the length of the name, up to the longest.
  private let entries: ContiguousArray<ContiguousArray<Entry>>
  private let names: [String: SchemaKeyword]

  private init(_ dialect: SchemaDialect) {
    var names: [String: SchemaKeyword] = [:]
    for keyword in SchemaKeyword.allCases
    where dialect == .jsonSchema || SchemaKeyword.ofAPI.contains(keyword) {
      if dialect == .jsonSchema, keyword == .nullable { continue }
      let name = keyword.name(in: dialect)
      names[name] = keyword
      if dialect == .api { names[Self.snakeCase(name)] = keyword }
    }
    self.names = names
    var entries = ContiguousArray(repeating: ContiguousArray<Entry>(), count: 32)
    for (name, keyword) in names {
      let bytes = Array(name.utf8)
      let entry = Entry(
        length: bytes.count, first: Self.word(bytes.prefix(8)), last: Self.word(bytes.suffix(8)),
        keyword: keyword)
      entries[bytes.count].append(entry)
    }
    self.entries = entries
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }

  /// The keyword that a key is; nil for any other key.
  func keyword(_ key: StringToken, in line: LineBytes) -> SchemaKeyword? {
    if key.traits.contains(.hasEscape) { return names[String(decoding: line.unescaped(key), as: UTF8.self)] }
    guard key.count < entries.count else { return nil }
    let first = line.word(ofFirst: key.count, at: key.start)
    for entry in entries[key.count] where entry.first == first {
      // What is longer than 16 bytes differs from all other keywords in these.
      let last = key.count <= 8 ? first : line.word(ofFirst: 8, at: key.end - 8)
      if last == entry.last, key.count <= 16 || names[line.text(in: key.start..<key.end)] != nil {
        return entry.keyword
      }
    }
    return nil
  }
}

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

  /// No name is so long.
  private static let mostBytes = 32

  /// The entries, the shortest names first.
  private let entries: ContiguousArray<Entry>
  /// Where the entries of names of a length begin, by the length.
  private let starts: ContiguousArray<Int32>
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
    let entries = names.map { name, keyword in
      let bytes = Array(name.utf8)
      return Entry(
        length: bytes.count, first: Self.word(bytes.prefix(8)), last: Self.word(bytes.suffix(8)),
        keyword: keyword)
    }
    self.entries = ContiguousArray(entries.sorted { ($0.length, $0.first) < ($1.length, $1.first) })
    starts = ContiguousArray(
      (0...Self.mostBytes).map { length in Int32(entries.count { $0.length < length }) })
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
    guard key.count < Self.mostBytes else { return nil }
    let first = line.word(ofFirst: key.count, at: key.start)
    var index = Int(starts[key.count])
    let end = Int(starts[key.count + 1])
    while index < end {
      let entry = entries[index]
      index += 1
      guard entry.first == first else { continue }
      // What is longer than 16 bytes differs from all other keywords in these.
      let last = key.count <= 8 ? first : line.word(ofFirst: 8, at: key.end - 8)
      if last == entry.last, key.count <= 16 || names[line.text(in: key.start..<key.end)] != nil {
        return entry.keyword
      }
    }
    return nil
  }
}

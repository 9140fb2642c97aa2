/// A set of keywords, a bit each.
struct SchemaKeywords: Sendable {
  private var bits: UInt64 = 0

  init() {}

  init(_ keywords: SchemaKeyword...) {
    for keyword in keywords { insert(keyword) }
  }

  mutating func insert(_ keyword: SchemaKeyword) { bits |= 1 &<< UInt64(keyword.rawValue) }

  func contains(_ keyword: SchemaKeyword) -> Bool { bits &>> UInt64(keyword.rawValue) & 1 != 0 }

  /// Whether none of the keywords of another set is in this one.
  func isDisjoint(with other: SchemaKeywords) -> Bool { bits & other.bits == 0 }
}

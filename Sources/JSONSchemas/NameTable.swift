/// Names and a number for each, a part of the lists of a schema. A few are compared one by one, more are found by their
/// hashes.
struct NameTable: Sendable {
  /// The first name, and the one after the last.
  var first: Int32 = 0
  var end: Int32 = 0
  /// The first slot, and how many there are: none, or a power of two.
  var firstSlot: Int32 = 0
  var slotCount: Int32 = 0

  /// The most names that are compared one by one.
  static let mostCompared = 8
  /// What hashes begin with: nobody can prepare names of equal hash.
  static let seed = UInt64.random(in: .min ... .max)

  var isEmpty: Bool { first == end }
  var count: Int { Int(end - first) }
}

/// A name in a schema.
struct SchemaName: Sendable {
  let hash: UInt64
  /// The index of the string in the tree of the schema.
  let string: Int32
  /// What belongs to it, such as the node of its schema.
  let number: Int32
}

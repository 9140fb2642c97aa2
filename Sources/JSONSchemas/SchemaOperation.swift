/// Something that a schema asks of values of some kinds.
struct SchemaOperation: Sendable {
  let keyword: SchemaKeyword
  /// The kinds of values that it is about; it is fulfilled by all others.
  let kinds: ValueKinds
  /// What it refers to, by the keyword: an index in one of the lists of the schema, or a number.
  let operand: Int32
  /// The same, where there are two.
  let second: Int32
  /// The index of the keyword's value in the tree of the schema.
  let place: Int32
}

/// What a schema is compiled to: the operations that are done with a value.
struct SchemaNode: Sendable {
  /// The kinds that are allowed.
  var kinds = ValueKinds.all
  /// Whether nothing is valid.
  var isNever = false
  /// The index of the value of `type` in the tree of the schema, or that of the schema.
  var typePlace: Int32 = 0
  /// The first operation, and the one after the last.
  var first: Int32 = 0
  var end: Int32 = 0
  /// The schema resource that it belongs to.
  var resource: Int32 = 0
}

/// What a schema says of the members of an object.
struct MemberRules: Sendable {
  /// The table of the names in `properties`, and of their schemas.
  var properties: NameTable
  /// The patterns of names, with the nodes of their schemas; the first and the one after the last.
  var firstPattern: Int32 = 0
  var endOfPatterns: Int32 = 0
  /// The node for the others; -1 if nothing is said of them.
  var others: Int32 = -1
  /// The index of the value of `additionalProperties` in the tree of the schema; that of `properties`, if it is said by
  /// what a function has parameters for.
  var othersPlace: Int32 = 0
  /// Whether others are no parameters of the function.
  var areParameters = false
}

/// A pattern of names, and the node for the values of those that match.
struct NamePattern: Sendable {
  /// The index of the pattern; -1 for one that is not supported, so that any name may match it.
  let pattern: Int32
  let node: Int32
}

/// A schema that has a name in a resource, for references that depend on the way by which they are reached.
struct DynamicAnchor: Sendable {
  let resource: Int32
  let name: Int32
  let node: Int32
}

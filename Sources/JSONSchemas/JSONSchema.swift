import JSONLines

/// A schema that has been compiled, to judge any number of values by it. Its memory is used again for another schema once
/// nobody has it any more.
package final class JSONSchema {
  /// What values are judged by; an evaluator borrows it.
  var content = SchemaContent()
  /// The hash by which it is found; see ``SchemaCache``.
  private(set) var hash: UInt64 = 0
  /// The length of the longest schema that it was, in bytes: what its memory depends on.
  private(set) var mostBytes = 0
  private var text = KeptLine()

  init() {}

  /// Becomes another schema.
  ///
  /// What is no schema, or no valid value of a keyword, asks nothing.
  ///
  /// - Parameter range: where it is in the line, which must be valid JSON.
  /// - Complexity: linear in its length, and in what its patterns become.
  func compile(
    _ range: Range<Int>, of line: LineBytes, _ dialect: SchemaDialect, hash: UInt64,
    _ compiler: inout SchemaCompiler
  ) {
    self.hash = hash
    mostBytes = max(mostBytes, range.count)
    text.copy(range, of: line)
    compiler.compile(text.line, dialect, into: &content)
  }

  /// The language that it is written in.
  package var dialect: SchemaDialect { content.dialect }

  /// How many bytes it has.
  package var lengthInBytes: Int { content.line.count }

  /// Where in the schema the first reference is that leads to nothing in it; nil if all of them lead to a schema.
  package var unresolvedReference: Range<Int>? { content.parts.unresolved.map { content.place(Int($0)) } }
}

/// A schema and what it is compiled to.
struct SchemaContent {
  var dialect = SchemaDialect.jsonSchema
  /// The schema as it is written.
  var line = LineBytes.empty
  var tree = ValueTree()
  var parts = SchemaParts()

  /// Where the value with an index of the tree is in the schema.
  func place(_ index: Int) -> Range<Int> { tree[index].start..<tree[index].end }
}

/// The lists that a schema is compiled to. The first node is that of the whole schema.
struct SchemaParts {
  var nodes: ContiguousArray<SchemaNode> = []
  var operations: ContiguousArray<SchemaOperation> = []
  var members: ContiguousArray<MemberRules> = []
  var names: ContiguousArray<SchemaName> = []
  var slots: ContiguousArray<Int32> = []
  var tables: ContiguousArray<NameTable> = []
  var namePatterns: ContiguousArray<NamePattern> = []
  var patterns: ContiguousArray<PatternProgram> = []
  var numbers: ContiguousArray<DecimalNumber> = []
  /// Lists of nodes, one after another: those of `allOf`, `prefixItems` and the like.
  var lists: ContiguousArray<Int32> = []
  /// The constants of `enum` and `const`, by hash.
  var constants: ContiguousArray<SchemaConstant> = []
  var dynamicAnchors: ContiguousArray<DynamicAnchor> = []
  /// Whether it is noted which members and elements a schema has looked at.
  var isTracking = false
  /// The index of the first reference that leads nowhere.
  var unresolved: Int32?
  /// Whether something is left out, so that schemas may fit more values than they should: a reference that leads nowhere, or a
  /// pattern that is not supported. What then depends on a schema not fitting is not judged.
  var isPartial = false

  /// Makes room for another schema.
  mutating func clear() {
    nodes.removeAll(keepingCapacity: true)
    operations.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    tables.removeAll(keepingCapacity: true)
    // The others are usually empty.
    if !slots.isEmpty { slots.removeAll(keepingCapacity: true) }
    if !namePatterns.isEmpty { namePatterns.removeAll(keepingCapacity: true) }
    if !patterns.isEmpty { patterns.removeAll(keepingCapacity: true) }
    if !numbers.isEmpty { numbers.removeAll(keepingCapacity: true) }
    if !lists.isEmpty { lists.removeAll(keepingCapacity: true) }
    if !constants.isEmpty { constants.removeAll(keepingCapacity: true) }
    if !dynamicAnchors.isEmpty { dynamicAnchors.removeAll(keepingCapacity: true) }
    isTracking = false
    unresolved = nil
    isPartial = false
  }
}

/// A value that is allowed.
struct SchemaConstant: Sendable {
  let hash: UInt64
  /// The index in the tree of the schema.
  let value: Int32
}

package import JSONLines

/// A schema that has been compiled, to judge any number of values by it. It never changes, so threads can share it.
package final class JSONSchema: Sendable {
  /// The language that it is written in.
  package let dialect: SchemaDialect
  /// The hash by which it is found; see ``SchemaCache``.
  let hash: UInt64
  let text: KeptLine
  let tree: ValueTree
  let parts: SchemaParts

  /// Compiles a schema.
  ///
  /// What is no schema, or no valid value of a keyword, asks nothing.
  ///
  /// - Parameter range: where it is in the line, which must be valid JSON.
  /// - Complexity: linear in its length, and in what its patterns become.
  package init(
    _ range: Range<Int>, of line: LineBytes, _ dialect: SchemaDialect, hash: UInt64 = 0,
    _ reader: inout JSONReader
  ) {
    self.dialect = dialect
    self.hash = hash
    let kept = KeptLine(copying: range, of: line)
    var tree = ValueTree()
    let isWhole = tree.set(0..<range.count, of: kept.line, &reader)
    if isWhole {
      var compiler = SchemaCompiler(tree, kept.line, dialect)
      compiler.compile()
      parts = compiler.parts
    } else {
      parts = SchemaParts()
    }
    self.tree = tree
    text = kept
  }

  /// How many bytes it has.
  package var lengthInBytes: Int { text.line.count }

  /// Where in the schema the first reference is that leads to nothing in it; nil if all of them lead to a schema.
  package var unresolvedReference: Range<Int>? { parts.unresolved.map { place(Int($0)) } }

  /// Where the value with an index of the tree is in the schema.
  func place(_ index: Int) -> Range<Int> { tree[index].start..<tree[index].end }
}

/// The lists that a schema is compiled to. The first node is that of the whole schema.
struct SchemaParts: Sendable {
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
}

/// A value that is allowed.
struct SchemaConstant: Sendable {
  let hash: UInt64
  /// The index in the tree of the schema.
  let value: Int32
}

import JSONLines

/// Compiles a schema: each schema in it becomes a node, and its keywords become operations.
///
/// Schemas that refer to each other, or to themselves, need no special care: a schema becomes a node when it is first referred
/// to, and its keywords are read later.
struct SchemaCompiler: ~Copyable {
  /// A node whose keywords have not been read.
  private struct Waiting {
    let node: Int
    /// The index of the schema in the tree.
    let schema: Int
    let resource: Int
  }

  // What is being compiled.
  private(set) var tree = ValueTree()
  private(set) var line = LineBytes.empty
  private(set) var dialect = SchemaDialect.jsonSchema
  var parts = SchemaParts()
  /// The keywords of the schema that is being read, and the index of the value of each that it has.
  private(set) var present = SchemaKeywords()
  private var fields = ContiguousArray<Int32>(repeating: -1, count: SchemaKeyword.allCases.count)
  /// The resource of the schema that is being read.
  private(set) var resource = 0
  private(set) var references = SchemaReferences()
  private var keywords = KeywordTable.jsonSchema
  /// The node of each value of the tree; -1 if it has none.
  private var nodes: ContiguousArray<Int32> = []
  private var waiting: ContiguousArray<Waiting> = []
  private var reader = JSONReader()

  /// The most values for which memory is kept.
  private static let mostReused = 1 << 14

  /// Compiles all that can be reached of the schema that a line is, in the memory of another schema.
  mutating func compile(_ line: LineBytes, _ dialect: SchemaDialect, into content: inout SchemaContent) {
    (content.line, content.dialect) = (line, dialect)
    content.parts.clear()
    guard content.tree.set(0..<line.count, of: line, &reader) else { return }
    (self.line, self.dialect) = (line, dialect)
    keywords = dialect == .api ? .api : .jsonSchema
    if nodes.count > Self.mostReused { nodes = [] } else { nodes.removeAll(keepingCapacity: true) }
    for _ in 0..<content.tree.count { nodes.append(-1) }
    swap(&tree, &content.tree)
    swap(&parts, &content.parts)
    defer {
      swap(&tree, &content.tree)
      swap(&parts, &content.parts)
    }
    compile()
  }

  private mutating func compile() {
    let isNamed = dialect == .jsonSchema && hasIdentifiers
    if isNamed { references.find(in: tree, line, keywords) }
    _ = node(of: 0, in: 0)
    for anchor in references.dynamicAnchors {
      let node = node(of: anchor.schema, in: anchor.resource)
      parts.dynamicAnchors.append(
        DynamicAnchor(resource: Int32(anchor.resource), name: Int32(anchor.name), node: node))
    }
    while let next = waiting.popLast() { fill(next) }
    if isNamed { references = SchemaReferences() }
    if waiting.capacity > Self.mostReused { waiting = [] }
  }

  /// Whether a schema may have a name, or refer to one that does.
  private var hasIdentifiers: Bool {
    for index in 0..<tree.count where line[tree[index].start + 1] == UInt8(ascii: "$") {
      let key = tree[index].string
      for name in ["$id", "$anchor", "$dynamicAnchor"] where line.string(key, equals: name) { return true }
    }
    return false
  }

  /// The node of a schema.
  ///
  /// - Parameter resource: the resource around it.
  mutating func node(of schema: Int, in resource: Int? = nil) -> Int32 {
    if nodes[schema] >= 0 { return nodes[schema] }
    let own = references.resources(at: schema) ?? resource ?? self.resource
    let node = parts.nodes.count
    parts.nodes.append(SchemaNode(typePlace: Int32(schema), resource: Int32(own)))
    nodes[schema] = Int32(node)
    waiting.append(Waiting(node: node, schema: schema, resource: own))
    return Int32(node)
  }

  private mutating func fill(_ next: Waiting) {
    resource = next.resource
    let kind = tree.kind(of: next.schema, in: line)
    if kind == .boolean { parts.nodes[next.node].isNever = !tree.isTrue(next.schema, in: line) }
    guard kind == .object else { return }
    present = SchemaKeywords()
    var index = next.schema + 1
    while index < tree[next.schema].next {
      if let keyword = keywords.keyword(tree[index].string, in: line) {
        present.insert(keyword)
        fields[Int(keyword.rawValue)] = Int32(index + 1)
      }
      index = tree[index + 1].next
    }
    let first = parts.operations.count
    addTypes(to: next.node)
    // Most schemas have few kinds of keywords.
    if has(Self.aboutValues) { addValues() }
    if has(Self.aboutMembers) { addMembers(ofRoot: next.schema == 0) }
    if has(Self.aboutElements) { addElements() }
    if has(Self.aboutSchemas) { addSchemas() }
    parts.nodes[next.node].first = Int32(first)
    parts.nodes[next.node].end = Int32(parts.operations.count)
  }

  // MARK: Keywords

  /// The keywords that apply other schemas to the same value.
  private static let aboutSchemas = SchemaKeywords(
    .ref, .dynamicRef, .allOf, .anyOf, .oneOf, .not, .if, .unevaluatedItems, .unevaluatedProperties)

  /// Whether the schema has one of these keywords.
  func has(_ keywords: SchemaKeywords) -> Bool { !present.isDisjoint(with: keywords) }

  /// The index of the value of a keyword, if the schema has it and the value is of one of the kinds.
  // Inlined, as are others, because a compiler that is lent to a function is copied first.
  @inline(__always)
  func value(of keyword: SchemaKeyword, _ kinds: ValueKinds = .all) -> Int? {
    guard present.contains(keyword) else { return nil }
    let index = Int(fields[Int(keyword.rawValue)])
    return kinds.contains(tree.kind(of: index, in: line)) ? index : nil
  }

  /// The node of the schema that is the value of a keyword; -1 if the keyword is missing.
  mutating func node(ofKeyword keyword: SchemaKeyword) -> Int32 {
    value(of: keyword, [.object, .boolean]).map { node(of: $0) } ?? -1
  }

  /// Adds an operation.
  mutating func add(
    _ keyword: SchemaKeyword, _ kinds: ValueKinds, _ operand: Int32 = 0, _ second: Int32 = 0, at place: Int
  ) {
    parts.operations.append(
      SchemaOperation(keyword: keyword, kinds: kinds, operand: operand, second: second, place: Int32(place)))
  }

  /// Adds a list of nodes; where it begins.
  mutating func addList(_ nodes: [Int32]) -> Int32 {
    let first = parts.lists.count
    parts.lists.append(contentsOf: nodes)
    return Int32(first)
  }

  /// The elements of an array.
  func elements(of value: Int) -> [Int] {
    var elements: [Int] = []
    var index = value + 1
    while index < tree[value].next {
      elements.append(index)
      index = tree[index].next
    }
    return elements
  }

  /// The keys of an object, and its values come right after them.
  func keys(of value: Int) -> [Int] {
    var keys: [Int] = []
    var index = value + 1
    while index < tree[value].next {
      keys.append(index)
      index = tree[index + 1].next
    }
    return keys
  }

  /// Adds the operations that apply other schemas to the same value.
  private mutating func addSchemas() {
    addReferences()
    for keyword in [SchemaKeyword.allOf, .anyOf, .oneOf] {
      guard let value = value(of: keyword, .array) else { continue }
      var nodes: [Int32] = []
      for schema in elements(of: value) { nodes.append(node(of: schema)) }
      if !nodes.isEmpty { add(keyword, .all, addList(nodes), Int32(nodes.count), at: value) }
    }
    let not = node(ofKeyword: .not)
    if not >= 0, let place = value(of: .not) { add(.not, .all, not, at: place) }
    let condition = node(ofKeyword: .if)
    if condition >= 0, let place = value(of: .if) {
      let (then, otherwise) = (node(ofKeyword: .then), node(ofKeyword: .else))
      // Without the two, what it looks at still counts as looked at.
      add(.if, .all, addList([condition, then, otherwise]), at: place)
    }
    // They come last: what the others have looked at is known then.
    for keyword in [SchemaKeyword.unevaluatedItems, .unevaluatedProperties] {
      let node = node(ofKeyword: keyword)
      guard node >= 0, let place = value(of: keyword) else { continue }
      parts.isTracking = true
      add(keyword, keyword == .unevaluatedItems ? .array : .object, node, at: place)
    }
  }

  private mutating func addReferences() {
    guard let place = value(of: .ref, .string) else { return addDynamicReference() }
    if let target = references.target(of: text(place), from: resource, in: tree, line) {
      add(.ref, .all, node(of: target.schema, in: target.resource), at: place)
    } else {
      noteUnresolved(place)
    }
    addDynamicReference()
  }

  private mutating func addDynamicReference() {
    guard let place = value(of: .dynamicRef, .string) else { return }
    guard let target = references.target(of: text(place), from: resource, in: tree, line) else {
      return noteUnresolved(place)
    }
    let name = references.dynamicName(of: text(place), target)
    add(.dynamicRef, .all, node(of: target.schema, in: target.resource), Int32(name ?? -1), at: place)
  }

  private mutating func noteUnresolved(_ place: Int) {
    parts.unresolved = parts.unresolved ?? Int32(place)
    parts.isPartial = true
  }

  /// The content of a string.
  func text(_ value: Int) -> String {
    String(decoding: line.unescaped(tree[value].string), as: UTF8.self)
  }
}

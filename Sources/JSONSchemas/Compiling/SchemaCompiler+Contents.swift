import JSONLines

/// The keywords about the members of objects and the elements of arrays.
extension SchemaCompiler {
  // MARK: Objects

  static let aboutMembers = SchemaKeywords(
    .properties, .patternProperties, .additionalProperties, .required, .propertyNames, .dependentRequired,
    .dependentSchemas)

  mutating func addMembers(ofRoot isRoot: Bool) {
    addMemberRules(ofRoot: isRoot)
    if let place = value(of: .required, .array) {
      let table = table(ofStringsIn: place)
      if !table.isEmpty { add(.required, .object, addTable(table), at: place) }
    }
    let names = node(ofKeyword: .propertyNames)
    if names >= 0, let place = value(of: .propertyNames) { add(.propertyNames, .object, names, at: place) }
    if let place = value(of: .dependentRequired, .object) {
      var triggers: [(name: Int, number: Int32)] = []
      for key in keys(of: place) where tree.kind(of: key + 1, in: line) == .array {
        triggers.append((key, addTable(table(ofStringsIn: key + 1))))
      }
      add(.dependentRequired, .object, addTable(table(of: triggers)), at: place)
    }
    if let place = value(of: .dependentSchemas, .object) {
      var triggers: [(name: Int, number: Int32)] = []
      for key in keys(of: place) { triggers.append((key, node(of: key + 1))) }
      add(.dependentSchemas, .object, addTable(table(of: triggers)), at: place)
    }
  }

  private mutating func addMemberRules(ofRoot isRoot: Bool) {
    let properties = value(of: .properties, .object)
    let patterns = value(of: .patternProperties, .object)
    var rules = MemberRules(properties: NameTable())
    rules.others = node(ofKeyword: .additionalProperties)
    guard let place = properties ?? patterns ?? (rules.others >= 0 ? value(of: .additionalProperties) : nil)
    else { return }
    if let properties { rules.properties = table(ofSchemasIn: properties) }
    if let patterns { addNamePatterns(patterns, to: &rules) }
    if let others = value(of: .additionalProperties) { rules.othersPlace = Int32(others) }
    // A function is called with what it has parameters for.
    if dialect == .api, isRoot, let properties, value(of: .additionalProperties) == nil,
      !rules.properties.isEmpty
    {
      rules.areParameters = true
      rules.othersPlace = Int32(properties)
    }
    parts.members.append(rules)
    add(.properties, .object, Int32(parts.members.count - 1), at: place)
  }

  private mutating func addNamePatterns(_ place: Int, to rules: inout MemberRules) {
    var patterns: [NamePattern] = []
    for key in keys(of: place) {
      patterns.append(NamePattern(pattern: addPattern(key), node: node(of: key + 1)))
    }
    rules.firstPattern = Int32(parts.namePatterns.count)
    parts.namePatterns.append(contentsOf: patterns)
    rules.endOfPatterns = Int32(parts.namePatterns.count)
  }

  /// Adds a table to the list of tables; its index.
  private mutating func addTable(_ table: NameTable) -> Int32 {
    parts.tables.append(table)
    return Int32(parts.tables.count - 1)
  }

  private mutating func table(of names: [(name: Int, number: Int32)]) -> NameTable {
    let first = parts.names.count
    for (name, number) in names { addName(name, number) }
    return table(from: first)
  }

  /// The table of the keys of an object, and of the nodes of its values.
  private mutating func table(ofSchemasIn object: Int) -> NameTable {
    let first = parts.names.count
    var key = object + 1
    while key < tree[object].next {
      addName(key, node(of: key + 1))
      key = tree[key + 1].next
    }
    return table(from: first)
  }

  /// The table of the strings in an array.
  private mutating func table(ofStringsIn array: Int) -> NameTable {
    let first = parts.names.count
    var element = array + 1
    while element < tree[array].next {
      if tree.kind(of: element, in: line) == .string { addName(element, 0) }
      element = tree[element].next
    }
    return table(from: first)
  }

  private mutating func addName(_ name: Int, _ number: Int32) {
    let hash = line.contentHash(of: tree[name].string, seed: NameTable.seed)
    parts.names.append(SchemaName(hash: hash, string: Int32(name), number: number))
  }

  /// The table of the names from an index on.
  private mutating func table(from first: Int) -> NameTable {
    var table = NameTable()
    (table.first, table.end) = (Int32(first), Int32(parts.names.count))
    if table.count > NameTable.mostCompared { addSlots(to: &table) }
    return table
  }

  private mutating func addSlots(to table: inout NameTable) {
    var count = 32
    while count < 2 * table.count { count *= 2 }
    (table.firstSlot, table.slotCount) = (Int32(parts.slots.count), Int32(count))
    parts.slots.append(contentsOf: repeatElement(-1, count: count))
    for index in Int(table.first)..<Int(table.end) {
      var slot = Int(truncatingIfNeeded: parts.names[index].hash) & (count - 1)
      while parts.slots[Int(table.firstSlot) + slot] >= 0 { slot = (slot + 1) & (count - 1) }
      parts.slots[Int(table.firstSlot) + slot] = Int32(index)
    }
  }

  // MARK: Arrays

  static let aboutElements = SchemaKeywords(.prefixItems, .items, .uniqueItems, .contains)

  mutating func addElements() {
    var prefix = 0
    if let place = value(of: .prefixItems, .array) {
      var nodes: [Int32] = []
      for schema in elements(of: place) { nodes.append(node(of: schema)) }
      prefix = nodes.count
      add(.prefixItems, .array, addList(nodes), Int32(prefix), at: place)
    }
    let items = node(ofKeyword: .items)
    if items >= 0, let place = value(of: .items) { add(.items, .array, items, Int32(prefix), at: place) }
    if let place = value(of: .uniqueItems, .boolean), tree.isTrue(place, in: line) {
      add(.uniqueItems, .array, at: place)
    }
    let contains = node(ofKeyword: .contains)
    if contains >= 0, let place = value(of: .contains) {
      let least = number(of: .minContains).map { Self.count($0.number) } ?? 1
      let most = number(of: .maxContains).map { Self.count($0.number) } ?? .max
      add(.contains, .array, contains, addList([least, most]), at: place)
    }
  }
}

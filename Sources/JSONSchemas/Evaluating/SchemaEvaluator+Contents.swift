import JSONLines

/// The keywords about the members of objects and the elements of arrays.
extension SchemaEvaluator {
  /// The index of a key in a table of names; nil if the table does not have it.
  // Mutating, as are others that change nothing, because an evaluator that is lent to a function is copied first.
  mutating func name(at key: Int, in table: NameTable) -> Int? {
    let string = tree[key].string
    let hash = line.contentHash(of: string, seed: NameTable.seed)
    if table.slotCount == 0 {
      for index in Int(table.first)..<Int(table.end) where isName(index, string, hash) { return index }
      return nil
    }
    let mask = Int(table.slotCount) - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(schema.parts.slots[Int(table.firstSlot) + slot])
      if index < 0 { return nil }
      if isName(index, string, hash) { return index }
      slot = (slot + 1) & mask
    }
  }

  private mutating func isName(_ index: Int, _ string: StringToken, _ hash: UInt64) -> Bool {
    let name = schema.parts.names[index]
    return name.hash == hash
      && line.content(of: string, isThatOf: schema.tree[Int(name.string)].string, in: schema.line)
  }

  // MARK: Objects

  mutating func checkMembers(_ operation: SchemaOperation, _ value: Int, reports: Bool) -> Bool {
    let rules = schema.parts.members[Int(operation.operand)]
    var fits = true
    var key = value + 1
    while key < tree[value].next, take() {
      if !checkMember(key, rules, reports: reports) {
        fits = false
        if !reports { return false }
      }
      key = tree[key + 1].next
    }
    return fits
  }

  private mutating func checkMember(_ key: Int, _ rules: MemberRules, reports: Bool) -> Bool {
    var (fits, isKnown) = (true, false)
    if let name = name(at: key, in: rules.properties) {
      isKnown = true
      fits = checkPart(schema.parts.names[name].number, key + 1, reports: reports)
    }
    for index in Int(rules.firstPattern)..<Int(rules.endOfPatterns) {
      let rule = schema.parts.namePatterns[index]
      if rule.pattern < 0 {
        // It may match: then its schema may ask for anything, and that of others nothing.
        isKnown = true
      } else if matcher.finds(
        schema.parts.patterns[Int(rule.pattern)], in: tree[key].string, of: line, &budget)
      {
        isKnown = true
        if !checkPart(rule.node, key + 1, reports: reports) { fits = false }
      }
    }
    if isKnown {
      noteEvaluated(key + 1)
    } else if rules.others >= 0 {
      noteEvaluated(key + 1)
      if schema.parts.nodes[Int(rules.others)].isNever {
        if reports { note(.additionalProperties, at: key, rules.othersPlace, .superfluous) }
        fits = false
      } else {
        fits = checkPart(rules.others, key + 1, reports: reports)
      }
    } else if rules.areParameters {
      if reports { note(.properties, at: key, rules.othersPlace, .noParameter) }
      fits = false
    }
    return fits
  }

  mutating func checkRequired(_ operation: SchemaOperation, _ value: Int, reports: Bool) -> Bool {
    let table = schema.parts.tables[Int(operation.operand)]
    // The names that are there, a bit each.
    var few: UInt64 = 0
    let isMany = table.count > 64
    if isMany {
      found.removeAll(keepingCapacity: true)
      found.append(contentsOf: repeatElement(0, count: table.count / 64 + 1))
    }
    var key = value + 1
    while key < tree[value].next, take() {
      if let name = name(at: key, in: table) {
        let index = name - Int(table.first)
        if isMany { found[index / 64] |= 1 << UInt64(index & 63) } else { few |= 1 << UInt64(index) }
      }
      key = tree[key + 1].next
    }
    guard take(table.count / 8) else { return true }
    var fits = true
    for index in 0..<table.count {
      let bits = isMany ? found[index / 64] : few
      guard bits >> UInt64(index & 63) & 1 == 0 else { continue }
      // A name that is listed twice is found once.
      let name = schema.parts.names[Int(table.first) + index]
      if isThere(name, value) { continue }
      fits = false
      if !reports { return false }
      note(.required, at: value, operation.place, .missing(schema.place(Int(name.string))))
    }
    return fits
  }

  /// Whether an object has a member of a name.
  private mutating func isThere(_ name: SchemaName, _ object: Int) -> Bool {
    let string = schema.tree[Int(name.string)].string
    var key = object + 1
    while key < tree[object].next, take() {
      if line.content(of: tree[key].string, isThatOf: string, in: schema.line) { return true }
      key = tree[key + 1].next
    }
    return false
  }

  mutating func checkContents(_ operation: SchemaOperation, _ value: Int, reports: Bool) -> Bool {
    switch operation.keyword {
    case .propertyNames:
      var key = value + 1
      while key < tree[value].next, take() {
        if !checkPart(operation.operand, key, reports: false) {
          if reports { note(.propertyNames, at: key, operation.place) }
          return false
        }
        key = tree[key + 1].next
      }
      return true
    case .dependentRequired: return checkDependentRequired(operation, value, reports: reports)
    default: return checkContains(operation, value, reports: reports)
    }
  }

  private mutating func checkDependentRequired(
    _ operation: SchemaOperation, _ value: Int, reports: Bool
  ) -> Bool {
    var key = value + 1
    while key < tree[value].next, take() {
      if let trigger = name(at: key, in: schema.parts.tables[Int(operation.operand)]) {
        let table = schema.parts.tables[Int(schema.parts.names[trigger].number)]
        for index in Int(table.first)..<Int(table.end) where !isThere(schema.parts.names[index], value) {
          if reports {
            let place = schema.place(Int(schema.parts.names[index].string))
            note(.dependentRequired, at: value, operation.place, .missing(place))
          }
          return false
        }
      }
      key = tree[key + 1].next
    }
    return true
  }

  // MARK: Arrays

  mutating func checkItems(_ operation: SchemaOperation, _ value: Int, reports: Bool) -> Bool {
    let isPrefix = operation.keyword == .prefixItems
    let (prefix, first) = (Int(operation.second), Int(operation.operand))
    var fits = true
    var (element, index) = (value + 1, 0)
    while element < tree[value].next, take() {
      if isPrefix, index == prefix { break }
      if isPrefix || index >= prefix {
        let node = isPrefix ? schema.parts.lists[first + index] : operation.operand
        noteEvaluated(element)
        if !checkPart(node, element, reports: reports) {
          fits = false
          if !reports { return false }
        }
      }
      element = tree[element].next
      index += 1
    }
    return fits
  }

  private mutating func checkContains(_ operation: SchemaOperation, _ value: Int, reports: Bool) -> Bool {
    let (least, most) = (
      schema.parts.lists[Int(operation.second)], schema.parts.lists[Int(operation.second) + 1]
    )
    var count: Int32 = 0
    var element = value + 1
    while element < tree[value].next, take() {
      if checkPart(operation.operand, element, reports: false) {
        count += 1
        noteEvaluated(element)
      }
      element = tree[element].next
    }
    let fits = count >= least && (count <= most || schema.parts.isPartial)
    if !fits, reports { note(.contains, at: value, operation.place) }
    return fits
  }
}

package import JSONLines

/// Reads plain schemas without compiling them: those of types, members, elements and lists of strings, as most schemas are. A
/// schema in the value's line is read once, side by side with the value.
extension SchemaEvaluator {
  /// The most members of an object that is compared so, since each is looked for among all of them.
  private static let mostMembers = 16

  /// Whether a value fits a schema, if that can be told so; false where it does not fit, and where that is not known. What
  /// ``check(_:of:by:)`` takes of the budget is taken if it fits; what is read of the schema, of ``bytesBeside``.
  ///
  /// - Parameters:
  ///   - value: where it is in its line, which must be valid JSON; empty for an object without members that is not there.
  ///   - schema: where it is in the same line.
  package mutating func fits(
    _ value: Range<Int>, _ schema: Range<Int>, of line: LineBytes, _ dialect: SchemaDialect
  ) -> Bool {
    guard take(bytesBeside: schema.count) else { return false }
    self.line = line
    if value.isEmpty {
      tree.setEmptyObject(at: value.lowerBound)
    } else if !tree.set(value, of: line, &reader) {
      return false
    }
    var walk = PlainWalk(dialect: dialect, steps: tree.count)
    do throws(JSONFault) {
      try reader.begin(line)
      reader.move(to: schema.lowerBound)
      guard try readSchema(of: 0, &walk), walk.steps <= budget else { return false }
    } catch {
      return false
    }
    budget -= walk.steps
    return true
  }

  private mutating func take(bytesBeside bytes: Int) -> Bool {
    bytesBeside -= bytes
    return bytesBeside >= 0
  }

  /// Reads the schema that comes next.
  ///
  /// - Parameter value: the index of the value; nil if the value that the schema is for is not there.
  private mutating func readSchema(of value: Int?, _ walk: inout PlainWalk) throws(JSONFault) -> Bool {
    guard line[reader.offset] == UInt8(ascii: "{") else { return false }
    let kind = value.map { tree.kind(of: $0, in: line) } ?? []
    if value != nil { walk.steps += 1 }
    let scope = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      guard let keyword = keyword(key, walk.dialect) else {
        try reader.skipValue()
        continue
      }
      switch keyword {
      case .properties:
        guard try readMembers(of: kind == .object ? value : nil, isRoot: value == 0, &walk) else {
          return false
        }
      case .items:
        guard try readElements(of: kind == .array ? value : nil, &walk) else { return false }
      case .type, .required, .enum, .nullable, .format, .minimum, .maximum, .minLength, .maxLength, .pattern,
        .minItems, .maxItems:
        if let value {
          guard try read(keyword, of: value, kind, &walk) else { return false }
        } else {
          try reader.skipValue()
        }
      default: return false
      }
    }
    try reader.closeObject(scope)
    return true
  }

  @inline(__always)
  private mutating func keyword(_ key: StringToken, _ dialect: SchemaDialect) -> SchemaKeyword? {
    dialect == .api ? apiKeywords.keyword(key, in: line) : jsonSchemaKeywords.keyword(key, in: line)
  }

  /// Reads the value of a keyword that is about a value itself.
  @inline(__always)
  private mutating func read(
    _ keyword: SchemaKeyword, of value: Int, _ kind: ValueKinds, _ walk: inout PlainWalk
  ) throws(JSONFault) -> Bool {
    switch keyword {
    case .type: return try readType(of: value, kind, walk.dialect)
    case .required: return try readRequired(of: value, kind, &walk)
    case .enum: return try readConstants(of: value, kind, &walk)
    case .nullable, .format:
      // What null is allowed by, and what only numbers are judged by.
      guard kind != .null, keyword == .nullable || kind != .number else { return false }
      try reader.skipValue()
      return true
    default: return false
    }
  }

  private mutating func readType(
    of value: Int, _ kind: ValueKinds, _ dialect: SchemaDialect
  ) throws(JSONFault) -> Bool {
    guard line[reader.offset] == UInt8(ascii: "\"") else { return false }
    let name = try reader.string()
    guard name.traits.isDisjoint(with: [.hasEscape, .hasNonASCII]),
      let kinds = ValueKinds(named: name, in: line, ignoresCase: dialect == .api)
    else { return false }
    return kinds.contains(kind)
      || kind == .number && kinds.contains(.integer) && tree.isInteger(value, in: line)
  }

  private mutating func readRequired(
    of value: Int, _ kind: ValueKinds, _ walk: inout PlainWalk
  ) throws(JSONFault) -> Bool {
    guard kind == .object, line[reader.offset] == UInt8(ascii: "[") else { return false }
    var members = Members(of: value, in: tree)
    guard members.count <= Self.mostMembers else { return false }
    try reader.openArray()
    var names = 0
    var found: UInt32 = 0
    while try reader.nextElement(isFirst: names == 0) {
      guard line[reader.offset] == UInt8(ascii: "\"") else { return false }
      let name = try reader.string()
      guard members.find(name, in: tree, line) != nil, found >> UInt32(members.place) & 1 == 0 else {
        return false
      }
      found |= 1 << UInt32(members.place)
      names += 1
    }
    if names > 0 { walk.steps += members.count + names / 8 }
    return true
  }

  private mutating func readConstants(
    of value: Int, _ kind: ValueKinds, _ walk: inout PlainWalk
  ) throws(JSONFault) -> Bool {
    guard kind == .string, line[reader.offset] == UInt8(ascii: "[") else { return false }
    walk.steps += 1
    try reader.openArray()
    var (isFirst, isFound) = (true, false)
    while try reader.nextElement(isFirst: isFirst) {
      isFirst = false
      guard line[reader.offset] == UInt8(ascii: "\"") else { return false }
      let constant = try reader.string()
      if line.content(of: constant, isThatOf: tree[value].string, in: line) { isFound = true }
    }
    return isFound
  }

  // MARK: What contains schemas

  /// Reads the schemas of the members of an object.
  private mutating func readMembers(
    of object: Int?, isRoot: Bool, _ walk: inout PlainWalk
  ) throws(JSONFault) -> Bool {
    guard line[reader.offset] == UInt8(ascii: "{") else { return false }
    var members = object.map { Members(of: $0, in: tree) }
    if let count = members?.count {
      guard count <= Self.mostMembers else { return false }
      walk.steps += count
    }
    let scope = try reader.openObject()
    var (isFirst, known) = (true, 0)
    while let name = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let member = members?.find(name, in: tree, line)
      if member != nil { known += 1 }
      guard try readSchema(of: member.map { $0 + 1 }, &walk) else { return false }
    }
    try reader.closeObject(scope)
    // A function is called with what it has parameters for.
    return walk.dialect != .api || !isRoot || isFirst || known == members?.count
  }

  /// Reads the schema of the elements of an array, once for each.
  private mutating func readElements(of array: Int?, _ walk: inout PlainWalk) throws(JSONFault) -> Bool {
    guard let array, array + 1 < tree[array].next else { return try readSchema(of: nil, &walk) }
    let start = reader.offset
    var element = array + 1
    while element < tree[array].next {
      guard take(bytesBeside: reader.offset - start) else { return false }
      reader.move(to: start)
      walk.steps += 1
      guard try readSchema(of: element, &walk) else { return false }
      element = tree[element].next
    }
    return true
  }
}

/// What is known while a plain schema is read.
private struct PlainWalk {
  let dialect: SchemaDialect
  /// The steps that an evaluator would have taken.
  var steps: Int
}

/// Looks members of an object up by their names, which usually come in the same order.
private struct Members {
  let object: Int
  let count: Int
  /// The member that was found last, and which it is.
  private var key: Int
  private(set) var place = -1

  init(of object: Int, in tree: ValueTree) {
    self.object = object
    key = object
    count = tree.elementCount(of: object, isObject: true)
  }

  /// The index of the key of a member; nil without such a member. O(count).
  mutating func find(_ name: StringToken, in tree: ValueTree, _ line: LineBytes) -> Int? {
    for _ in 0..<count {
      let next = place < 0 ? object + 1 : tree[key + 1].next
      (key, place) = next < tree[object].next ? (next, place + 1) : (object + 1, 0)
      let string = tree[key].string
      if string.count != name.count, !string.traits.union(name.traits).contains(.hasEscape) { continue }
      if line.content(of: string, isThatOf: name, in: line) { return key }
    }
    return nil
  }
}

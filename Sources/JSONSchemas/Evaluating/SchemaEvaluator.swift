package import JSONLines

/// Judges values by schemas. Its memory is used again, so a value that fits costs no allocation.
///
/// Time is bounded by a number of steps, since schemas can ask for very many: each schema that is applied to a value is one, and
/// so is each member and each element that is looked at.
package struct SchemaEvaluator: ~Copyable {
  /// What was found.
  package enum Outcome: Sendable {
    case fits
    /// Where not: see ``faults``.
    case doesNotFit
    /// It would take too many steps to tell, or there are too many values.
    case unknown
  }

  /// The most faults that are kept, each of another keyword of the schema.
  private static let mostFaults = 8
  /// How many schemas can be applied within each other.
  private static let mostLevels = 400

  /// Where the value does not fit.
  package private(set) var faults: ContiguousArray<SchemaFault> = []
  /// How many more steps can be done.
  package var budget = 0
  /// How many more bytes of schemas can be read side by side with values: that is done for each value anew.
  package var bytesBeside = 0

  /// The schema in question.
  var schema = SchemaContent()
  var tree = ValueTree()
  var line = LineBytes.empty
  var matcher = PatternMatcher()
  /// The members and elements of the value in question that schemas have looked at, as indices.
  var evaluated: ContiguousArray<Int32> = []
  /// The schema resources on the way to the schema that is applied.
  var scopes: ContiguousArray<Int32> = []
  /// Names that were found, a bit each, for objects that need many.
  var found: ContiguousArray<UInt64> = []
  /// Hashes of elements, with their indices.
  var hashes: ContiguousArray<ElementHash> = []
  private var level = 0
  private var isStopped = false
  var reader = JSONReader()
  let apiKeywords = KeywordTable.api
  let jsonSchemaKeywords = KeywordTable.jsonSchema

  /// An element of an array, by its hash.
  struct ElementHash {
    let hash: UInt64
    let value: Int32
  }

  /// An evaluator.
  package init() {}

  /// Judges a value.
  ///
  /// - Parameters:
  ///   - value: where it is in its line, which must be valid JSON; empty for an object without members that is not there.
  ///   - schema: what it is judged by.
  package mutating func check(_ value: Range<Int>, of line: LineBytes, by schema: JSONSchema) -> Outcome {
    faults.removeAll(keepingCapacity: true)
    evaluated.removeAll(keepingCapacity: true)
    scopes.removeAll(keepingCapacity: true)
    (level, isStopped) = (0, false)
    if schema.content.parts.nodes.isEmpty { return .unknown }
    self.line = line
    // It is moved here and back, since what an object has must be looked at with care each time.
    swap(&self.schema, &schema.content)
    defer { swap(&self.schema, &schema.content) }
    if value.isEmpty {
      tree.setEmptyObject(at: value.lowerBound)
    } else if !tree.set(value, of: line, &reader) {
      return .unknown
    }
    budget -= tree.count
    let fits = check(0, 0, reports: true)
    return isStopped || budget < 0 ? .unknown : fits ? .fits : .doesNotFit
  }

  /// Takes steps; false once there are no more, and then nothing more is found.
  mutating func take(_ steps: Int = 1) -> Bool {
    budget -= steps
    if budget < 0 { isStopped = true }
    return !isStopped
  }

  /// Notes a fault, unless one of the same keyword is noted.
  mutating func note(
    _ keyword: SchemaKeyword, at value: Int, _ place: Int32, _ detail: SchemaFault.Detail = .none
  ) {
    let fault = SchemaFault(
      value: tree[value].start..<tree[value].end, keyword: keyword, place: schema.place(Int(place)),
      detail: detail)
    guard faults.count < Self.mostFaults else { return }
    for other in faults where other.place == fault.place && other.detail == fault.detail { return }
    faults.append(fault)
  }

  // MARK: Schemas

  /// Whether a value fits the schema of a node.
  ///
  /// - Parameter reports: whether faults are noted.
  mutating func check(_ node: Int32, _ value: Int, reports: Bool) -> Bool {
    guard take(), level < Self.mostLevels else {
      isStopped = true
      return true
    }
    let rules = schema.parts.nodes[Int(node)]
    let kind = tree.kind(of: value, in: line)
    if rules.isNever || !allows(rules.kinds, kind, value) {
      if reports { note(.type, at: value, rules.typePlace) }
      return false
    }
    if rules.first == rules.end { return true }
    level += 1
    defer { level -= 1 }
    let isTracking = schema.parts.isTracking
    let start = evaluated.count
    let scope = scopes.count
    if !schema.parts.dynamicAnchors.isEmpty, scopes.last != rules.resource { scopes.append(rules.resource) }
    var fits = true
    for index in Int(rules.first)..<Int(rules.end) {
      let operation = schema.parts.operations[index]
      guard operation.kinds.contains(kind) else { continue }
      if !check(operation, value, kind, since: start, reports: reports) {
        fits = false
        if !reports { break }
      }
    }
    if scopes.count > scope { scopes.removeLast() }
    if isTracking, !fits { evaluated.removeLast(evaluated.count - start) }
    return fits
  }

  private mutating func allows(_ kinds: ValueKinds, _ kind: ValueKinds, _ value: Int) -> Bool {
    if kinds.contains(kind) { return true }
    return kind == .number && kinds.contains(.integer) && tree.isInteger(value, in: line)
  }

  /// Whether a value fits the schema of a node; what is looked at in it does not count for the value around it.
  mutating func checkPart(_ node: Int32, _ value: Int, reports: Bool) -> Bool {
    let start = evaluated.count
    let fits = check(node, value, reports: reports)
    if evaluated.count > start { evaluated.removeLast(evaluated.count - start) }
    return fits
  }

  /// Notes a member or element as looked at.
  mutating func noteEvaluated(_ value: Int) {
    if schema.parts.isTracking { evaluated.append(Int32(value)) }
  }

  /// Whether a value fulfils a keyword.
  private mutating func check(
    _ operation: SchemaOperation, _ value: Int, _ kind: ValueKinds, since start: Int, reports: Bool
  ) -> Bool {
    switch operation.keyword {
    case .properties: return checkMembers(operation, value, reports: reports)
    case .required: return checkRequired(operation, value, reports: reports)
    case .items, .prefixItems: return checkItems(operation, value, reports: reports)
    case .ref: return check(operation.operand, value, reports: reports)
    case .dynamicRef: return check(dynamicTarget(of: operation), value, reports: reports)
    case .allOf, .anyOf, .oneOf, .not, .if, .dependentSchemas:
      return checkSchemas(operation, value, reports: reports)
    case .unevaluatedItems, .unevaluatedProperties:
      return checkUnevaluated(operation, value, since: start, reports: reports)
    case .propertyNames, .dependentRequired, .contains:
      return checkContents(operation, value, reports: reports)
    default:
      let fits = fulfils(operation, value, kind)
      if !fits, reports { note(operation.keyword, at: value, operation.place) }
      return fits
    }
  }

  /// The node that a dynamic reference leads to: of the schemas with its name, that of the outermost resource.
  private func dynamicTarget(of operation: SchemaOperation) -> Int32 {
    guard operation.second >= 0 else { return operation.operand }
    for scope in scopes {
      for anchor in schema.parts.dynamicAnchors
      where anchor.resource == scope && anchor.name == operation.second { return anchor.node }
    }
    return operation.operand
  }
}

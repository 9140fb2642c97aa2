import JSONLines

/// The keywords that apply other schemas to the same value.
extension SchemaEvaluator {
  mutating func checkSchemas(_ operation: SchemaOperation, _ value: Int, reports: Bool) -> Bool {
    let first = Int(operation.operand)
    switch operation.keyword {
    case .allOf:
      var fits = true
      for index in first..<first + Int(operation.second) {
        if !check(schema.parts.lists[index], value, reports: reports) {
          fits = false
          if !reports { break }
        }
      }
      return fits
    case .anyOf, .oneOf:
      let fits = checkAlternatives(operation, value)
      if !fits, reports { note(operation.keyword, at: value, operation.place) }
      return fits
    case .not:
      if schema.parts.isPartial { return true }
      let start = evaluated.count
      let fits = !check(operation.operand, value, reports: false)
      if evaluated.count > start { evaluated.removeLast(evaluated.count - start) }
      if !fits, reports { note(.not, at: value, operation.place) }
      return fits
    case .if:
      let isTrue = check(schema.parts.lists[first], value, reports: false)
      if isTrue, schema.parts.isPartial { return true }
      let next = schema.parts.lists[first + (isTrue ? 1 : 2)]
      return next < 0 || check(next, value, reports: reports)
    default: return checkDependentSchemas(operation, value, reports: reports)
    }
  }

  private mutating func checkAlternatives(_ operation: SchemaOperation, _ value: Int) -> Bool {
    let first = Int(operation.operand)
    var count = 0
    for index in first..<first + Int(operation.second) {
      guard check(schema.parts.lists[index], value, reports: false) else { continue }
      count += 1
      // The others count too, if it has to be known what they look at.
      if operation.keyword == .anyOf, !schema.parts.isTracking { return true }
      if operation.keyword == .oneOf, count > 1, !schema.parts.isPartial { return false }
    }
    return count > 0
  }

  private mutating func checkDependentSchemas(
    _ operation: SchemaOperation, _ value: Int, reports: Bool
  ) -> Bool {
    var fits = true
    var index = value + 1
    while index < tree[value].next, take() {
      if let name = name(at: index, in: schema.parts.tables[Int(operation.operand)]),
        !check(schema.parts.names[name].number, value, reports: reports)
      {
        fits = false
      }
      index = tree[index + 1].next
    }
    return fits
  }

  // MARK: What no schema has looked at

  /// Applies a schema to the members or elements that no other keyword has looked at.
  mutating func checkUnevaluated(
    _ operation: SchemaOperation, _ value: Int, since start: Int, reports: Bool
  ) -> Bool {
    if schema.parts.isPartial { return true }
    let isObject = operation.keyword == .unevaluatedProperties
    let end = evaluated.count
    var fits = true
    var index = value + 1
    while index < tree[value].next, take() {
      let part = isObject ? index + 1 : index
      if !isEvaluated(part, in: start..<end) {
        if checkPart(operation.operand, part, reports: false) {
          noteEvaluated(part)
        } else {
          fits = false
          if reports { note(operation.keyword, at: isObject ? index : part, operation.place, .superfluous) }
        }
      }
      index = tree[part].next
    }
    return fits
  }

  private mutating func isEvaluated(_ value: Int, in range: Range<Int>) -> Bool {
    for index in range where evaluated[index] == value { return true }
    return !take(range.count / 4)
  }
}

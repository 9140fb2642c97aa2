import JSONLines

/// The keywords about a value itself.
extension SchemaEvaluator {
  /// Whether a value fulfils a keyword that applies no other schema.
  mutating func fulfils(_ operation: SchemaOperation, _ value: Int, _ kind: ValueKinds) -> Bool {
    let operand = Int(operation.operand)
    switch operation.keyword {
    case .enum: return isConstant(value, kind, operand..<Int(operation.second))
    case .const:
      return take(tree[value].next - value)
        && tree.isEqual(value, in: line, to: operand, of: schema.tree, in: schema.line)
    case .minimum: return !tree.number(value, in: line).isLess(than: schema.parts.numbers[operand])
    case .maximum: return !schema.parts.numbers[operand].isLess(than: tree.number(value, in: line))
    case .exclusiveMinimum: return schema.parts.numbers[operand].isLess(than: tree.number(value, in: line))
    case .exclusiveMaximum: return tree.number(value, in: line).isLess(than: schema.parts.numbers[operand])
    case .multipleOf: return tree.number(value, in: line).isMultiple(of: schema.parts.numbers[operand])
    case .minLength: return length(of: value) >= operand
    case .maxLength: return length(of: value) <= operand
    case .pattern:
      return matcher.finds(schema.parts.patterns[operand], in: tree[value].string, of: line, &budget)
    case .minItems: return tree.elementCount(of: value, isObject: false) >= operand
    case .maxItems: return tree.elementCount(of: value, isObject: false) <= operand
    case .minProperties: return tree.elementCount(of: value, isObject: true) >= operand
    case .maxProperties: return tree.elementCount(of: value, isObject: true) <= operand
    case .uniqueItems: return areUnique(value)
    case .format:
      let limit = operand == 32 ? 0x1p31 : 0x1p63
      let number = tree.number(value, in: line).double
      return number >= -limit && number < limit
    default: return true
    }
  }

  /// How many characters a string has, escapes resolved.
  private mutating func length(of value: Int) -> Int {
    let string = tree[value].string
    if string.traits.isDisjoint(with: [.hasEscape, .hasNonASCII]) { return string.count }
    guard take(string.count / 8) else { return 0 }
    var count = 0
    for _ in line.scalars(of: string) { count += 1 }
    return count
  }

  private mutating func isConstant(_ value: Int, _ kind: ValueKinds, _ range: Range<Int>) -> Bool {
    guard take(tree[value].next - value) else { return true }
    if schema.dialect == .api, kind == .number || kind == .boolean {
      // The API's values are strings, whatever the type is.
      for index in range where isSpelled(value, kind, at: Int(schema.parts.constants[index].value)) {
        return true
      }
      return !take(range.count / 4)
    }
    let hash = tree.hash(of: value, in: line, seed: NameTable.seed)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if schema.parts.constants[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    while low < range.upperBound, schema.parts.constants[low].hash == hash {
      let constant = Int(schema.parts.constants[low].value)
      if tree.isEqual(value, in: line, to: constant, of: schema.tree, in: schema.line) { return true }
      low += 1
    }
    return false
  }

  /// Whether a string of the schema has the text of a number or of a truth value.
  private func isSpelled(_ value: Int, _ kind: ValueKinds, at constant: Int) -> Bool {
    guard schema.tree.kind(of: constant, in: schema.line) == .string else {
      return tree.isEqual(value, in: line, to: constant, of: schema.tree, in: schema.line)
    }
    let string = schema.tree[constant].string
    if kind == .boolean { return schema.line[string.start] | 0x20 == line[tree[value].start] }
    guard string.count > 0 else { return false }
    let first = schema.line[string.start]
    guard first &- 0x30 < 10 || first == UInt8(ascii: "-") else { return false }
    return DecimalNumber(string.start..<string.end, of: schema.line).isEqual(to: tree.number(value, in: line))
  }

  /// Whether no two elements of an array are equal. O(n log n).
  private mutating func areUnique(_ array: Int) -> Bool {
    guard take(tree[array].next - array) else { return true }
    let start = hashes.count
    defer { hashes.removeLast(hashes.count - start) }
    var element = array + 1
    while element < tree[array].next {
      let hash = tree.hash(of: element, in: line, seed: NameTable.seed)
      hashes.append(ElementHash(hash: hash, value: Int32(element)))
      element = tree[element].next
    }
    // A few are compared where they are: to sort a part of an array, the library copies it.
    if hashes.count - start > 16 { hashes[start...].sort { $0.hash < $1.hash } }
    let isSorted = hashes.count - start > 16
    for index in start..<hashes.count {
      var other = index + 1
      while other < hashes.count, !isSorted || hashes[other].hash == hashes[index].hash {
        if hashes[other].hash == hashes[index].hash,
          tree.isEqual(
            Int(hashes[index].value), in: line, to: Int(hashes[other].value), of: tree, in: line)
        {
          return false
        }
        other += 1
      }
    }
    return true
  }
}

extension ValueTree {
  /// Whether a number has no fraction.
  func isInteger(_ value: Int, in line: LineBytes) -> Bool {
    // Most have nothing but digits.
    for offset in self[value].start..<self[value].end where line[offset] &- 0x30 >= 10 {
      return number(value, in: line).isInteger
    }
    return true
  }
}

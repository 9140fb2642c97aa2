import JSONLines

/// What is asked about a value of a tree, given the line that has its bytes.
extension ValueTree {
  /// The kind of a value.
  func kind(of value: Int, in line: LineBytes) -> ValueKinds {
    // An object that is absent has no bytes; see `setEmptyObject`.
    if self[value].start == self[value].end { return .object }
    switch line[self[value].start] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: return .number
    }
  }

  /// Whether the value is `true`.
  func isTrue(_ value: Int, in line: LineBytes) -> Bool { line[self[value].start] == UInt8(ascii: "t") }

  /// A number.
  func number(_ value: Int, in line: LineBytes) -> DecimalNumber {
    DecimalNumber(self[value].start..<self[value].end, of: line)
  }

  /// How many members an object has, or how many elements an array has. O(n).
  func elementCount(of value: Int, isObject: Bool) -> Int {
    var count = 0
    var index = value + 1
    while index < self[value].next {
      index = isObject ? self[index + 1].next : self[index].next
      count += 1
    }
    return count
  }

  /// A hash of a value that does not depend on the order of members, nor on how it is written. O(length).
  func hash(of value: Int, in line: LineBytes, seed: UInt64) -> UInt64 {
    let kind = kind(of: value, in: line)
    var hash = seed &+ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15
    switch kind {
    case .string: return line.contentHash(of: self[value].string, seed: seed)
    case .number: hash ^= number(value, in: line).hash &* 0xD6E8_FEB8_6659_FD93
    case .boolean: hash ^= isTrue(value, in: line) ? 1 : 2
    case .object:
      var index = value + 1
      while index < self[value].next {
        let key = line.contentHash(of: self[index].string, seed: seed)
        hash &+= (key ^ self.hash(of: index + 1, in: line, seed: seed) >> 7) &* 0xD6E8_FEB8_6659_FD93
        index = self[index + 1].next
      }
    case .array:
      var index = value + 1
      while index < self[value].next {
        hash = (hash ^ self.hash(of: index, in: line, seed: seed)) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        index = self[index].next
      }
    default: break
    }
    return hash
  }

  /// Whether a value is equal to one of another tree, by JSON Schema's rules. O(length), and for objects with keys in another
  /// order O(members²).
  func isEqual(
    _ value: Int, in line: LineBytes, to other: Int, of tree: ValueTree, in otherLine: LineBytes
  ) -> Bool {
    let kind = kind(of: value, in: line)
    guard kind == tree.kind(of: other, in: otherLine) else { return false }
    switch kind {
    case .string: return line.content(of: self[value].string, isThatOf: tree[other].string, in: otherLine)
    case .number: return number(value, in: line).isEqual(to: tree.number(other, in: otherLine))
    case .boolean: return isTrue(value, in: line) == tree.isTrue(other, in: otherLine)
    case .array:
      var (index, otherIndex) = (value + 1, other + 1)
      while index < self[value].next, otherIndex < tree[other].next {
        guard isEqual(index, in: line, to: otherIndex, of: tree, in: otherLine) else { return false }
        (index, otherIndex) = (self[index].next, tree[otherIndex].next)
      }
      return index == self[value].next && otherIndex == tree[other].next
    case .object: return isEqualObject(value, in: line, to: other, of: tree, in: otherLine)
    default: return true
    }
  }

  private func isEqualObject(
    _ value: Int, in line: LineBytes, to other: Int, of tree: ValueTree, in otherLine: LineBytes
  ) -> Bool {
    guard elementCount(of: value, isObject: true) == tree.elementCount(of: other, isObject: true) else {
      return false
    }
    var index = value + 1
    var expected = other + 1
    while index < self[value].next {
      // Usually the keys are in the same order.
      var found = expected
      while !line.content(of: self[index].string, isThatOf: tree[found].string, in: otherLine) {
        found = tree[found + 1].next
        if found == tree[other].next { found = other + 1 }
        if found == expected { return false }
      }
      guard isEqual(index + 1, in: line, to: found + 1, of: tree, in: otherLine) else { return false }
      expected = tree[found + 1].next
      if expected == tree[other].next { expected = other + 1 }
      index = self[index + 1].next
    }
    return true
  }
}

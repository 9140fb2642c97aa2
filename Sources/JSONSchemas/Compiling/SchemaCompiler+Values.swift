import JSONLines

/// The keywords about a value itself, not about what it contains.
extension SchemaCompiler {
  /// Notes the kinds of values that are allowed.
  mutating func addTypes(to node: Int) {
    guard let place = value(of: .type, .string) ?? value(of: .type, .array) else { return }
    var kinds: ValueKinds = []
    // A name that is unknown is a fault of its own, and asks nothing.
    if tree.kind(of: place, in: line) == .string {
      guard let kind = self.kinds(named: place) else { return }
      kinds = kind
    } else {
      var element = place + 1
      while element < tree[place].next {
        guard let kind = self.kinds(named: element) else { return }
        kinds.formUnion(kind)
        element = tree[element].next
      }
    }
    if isNullable { kinds.formUnion(.null) }
    parts.nodes[node].kinds = kinds
    parts.nodes[node].typePlace = Int32(place)
  }

  /// The kinds of a type by its name.
  @inline(__always)
  private func kinds(named name: Int) -> ValueKinds? {
    let string = tree[name].string
    if tree.kind(of: name, in: line) == .string, string.traits.isDisjoint(with: [.hasEscape, .hasNonASCII]) {
      return ValueKinds(named: string, in: line, ignoresCase: dialect == .api)
    }
    let text = text(name)
    return ValueKinds(name: dialect == .api ? text.lowercased() : text)
  }

  /// Whether null is allowed besides what else is.
  private var isNullable: Bool {
    dialect == .api && value(of: .nullable, .boolean).map { tree.isTrue($0, in: line) } ?? false
  }

  static let aboutValues = SchemaKeywords(
    .const, .enum, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength,
    .maxLength,
    .minItems, .maxItems, .minProperties, .maxProperties, .pattern, .format)

  mutating func addValues() {
    addConstants()
    for keyword in [SchemaKeyword.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf] {
      guard let (place, number) = number(of: keyword) else { continue }
      if keyword == .multipleOf, !(number.double > 0) { continue }
      parts.numbers.append(number)
      add(keyword, .number, Int32(parts.numbers.count - 1), at: place)
    }
    for keyword in [SchemaKeyword.minLength, .maxLength] { addCount(keyword, .string) }
    for keyword in [SchemaKeyword.minItems, .maxItems] { addCount(keyword, .array) }
    for keyword in [SchemaKeyword.minProperties, .maxProperties] { addCount(keyword, .object) }
    if let place = value(of: .pattern, .string) {
      let pattern = addPattern(place)
      if pattern >= 0 { add(.pattern, .string, pattern, at: place) }
    }
    if dialect == .api, let place = value(of: .format, .string) {
      let bits = text(place) == "int32" ? 32 : text(place) == "int64" ? 64 : 0
      if bits > 0 { add(.format, .number, Int32(bits), at: place) }
    }
  }

  /// Adds the pattern that a string is; its index, -1 if it is not supported.
  mutating func addPattern(_ place: Int) -> Int32 {
    guard let pattern = PatternProgram(text(place)) else {
      parts.isPartial = true
      return -1
    }
    parts.patterns.append(pattern)
    return Int32(parts.patterns.count - 1)
  }

  private mutating func addConstants() {
    if let place = value(of: .const) { add(.const, .all, Int32(place), at: place) }
    guard let place = value(of: .enum, .array) else { return }
    let first = parts.constants.count
    for value in elements(of: place) {
      parts.constants.append(
        SchemaConstant(hash: tree.hash(of: value, in: line, seed: NameTable.seed), value: Int32(value)))
    }
    parts.constants[first...].sort { $0.hash < $1.hash }
    // `nullable` means more than a list without null.
    let kinds = isNullable ? ValueKinds.all.subtracting(.null) : .all
    add(.enum, kinds, Int32(first), Int32(parts.constants.count), at: place)
  }

  /// The number that is the value of a keyword. The API's JSON parsers read one in quotes too.
  func number(of keyword: SchemaKeyword) -> (place: Int, number: DecimalNumber)? {
    if let place = value(of: keyword, .number) { return (place, tree.number(place, in: line)) }
    guard dialect == .api, let place = value(of: keyword, .string) else { return nil }
    let string = tree[place].string
    guard string.count > 0, Double(line.text(in: string.start..<string.end)) != nil,
      line[string.start] &- 0x30 < 10 || line[string.start] == UInt8(ascii: "-")
    else { return nil }
    return (place, DecimalNumber(string.start..<string.end, of: line))
  }

  /// Adds a keyword that is about how many there are of something.
  mutating func addCount(_ keyword: SchemaKeyword, _ kinds: ValueKinds) {
    guard let (place, number) = number(of: keyword), number.isInteger, number.double >= 0 else { return }
    add(keyword, kinds, Self.count(number), at: place)
  }

  /// A count; one that no value can have is cut.
  static func count(_ number: DecimalNumber) -> Int32 { Int32(min(number.double, Double(Int32.max))) }
}

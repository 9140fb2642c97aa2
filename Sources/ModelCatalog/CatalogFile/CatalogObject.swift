import Diagnostics
import JSONLines

/// The names of an object's members, in the order in which they are written.
protocol CatalogField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// A JSON object that has exactly the members that it should have.
struct CatalogObject<Field: CatalogField> {
  private let node: CatalogNode
  private let members: [Field: CatalogNode]

  /// Takes an object apart; a member that is unknown or missing is a fault. None is there twice: the reader
  /// of JSON has seen to that.
  init(_ node: CatalogNode, optional: Set<Field> = []) throws(CatalogFault) {
    guard case .object(let members) = node.value.content else { throw node.fault(expected: "an object") }
    var nodes: [Field: CatalogNode] = [:]
    for member in members {
      let pointer = node.pointer(to: member.name)
      guard let field = Field(rawValue: member.name) else {
        let nearest = NearestName.of(member.name, among: Field.allCases.map(\.rawValue))
        throw CatalogFault(
          problem: .unknownField(member.name, nearest: nearest), offset: member.nameRange.lowerBound,
          pointer: pointer)
      }
      nodes[field] = CatalogNode(value: member.value, pointer: pointer, context: node.context)
    }
    for field in Field.allCases where nodes[field] == nil && !optional.contains(field) {
      throw node.fault(.missingField(field.rawValue))
    }
    self.node = node
    self.members = nodes
  }

  /// The member, which is there unless it is optional.
  func node(_ field: Field) throws(CatalogFault) -> CatalogNode {
    guard let member = members[field] else { throw node.fault(.missingField(field.rawValue)) }
    return member
  }

  /// Reads a member.
  func read<Value: CatalogValue>(_ field: Field) throws(CatalogFault) -> Value {
    try Value(reading: node(field))
  }

  /// Reads an optional member.
  func readIfPresent<Value: CatalogValue>(_ field: Field) throws(CatalogFault) -> Value? {
    guard let member = members[field] else { return nil }
    return try Value(reading: member)
  }

  /// Faults the first element of a fact's list that makes no sense.
  func check<Element: CatalogValue>(
    elementsOf field: Field, _ problem: String, makesSense: (Element) -> Bool
  ) throws(CatalogFault) {
    for element in try node(field).member(FactField.value.rawValue).elements() {
      if !makesSense(try Element(reading: element)) { throw element.fault(.invalidValue(problem)) }
    }
  }

  /// Faults the value of a fact that makes no sense.
  func check(valueOf field: Field, _ makesSense: Bool, _ problem: String) throws(CatalogFault) {
    let value = try node(field).member(FactField.value.rawValue)
    if !makesSense { throw value.fault(.invalidValue(problem)) }
  }

  /// Faults a member whose value makes no sense.
  func check(_ field: Field, _ makesSense: Bool, _ problem: String) throws(CatalogFault) {
    if !makesSense { throw try node(field).fault(.invalidValue(problem)) }
  }
}

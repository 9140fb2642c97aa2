import Documents
import JSONLines

/// A field of a record: its name, the property that is written, and what makes sense there.
struct CatalogField<Record, Value: CatalogValue>: Sendable {
  let name: String
  let property: @Sendable (Record) -> Value
  private let check: @Sendable (Value, CatalogNode) throws(DocumentFault) -> Void

  init(_ name: String, _ property: @escaping @Sendable (Record) -> Value) {
    (self.name, self.property) = (name, property)
    check = { (_, _) throws(DocumentFault) in }
  }

  /// A field whose values do not all make sense.
  init(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value, _ problem: String,
    unless makesSense: @escaping @Sendable (Value) -> Bool
  ) {
    (self.name, self.property) = (name, property)
    check = { (value, node) throws(DocumentFault) in
      if !makesSense(value) { throw node.reader.invalid(problem) }
    }
  }

  /// A fact whose values do not all make sense.
  init<Known>(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value, _ problem: String,
    unlessValue makesSense: @escaping @Sendable (Known) -> Bool
  ) where Value == Fact<Known> {
    (self.name, self.property) = (name, property)
    check = { (fact, node) throws(DocumentFault) in
      if !makesSense(fact.value) { throw try FactHead(reading: node).value.invalid(problem) }
    }
  }

  /// A fact with a list whose elements do not all make sense.
  init<Element: CatalogValue>(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value, _ problem: String,
    unlessEach makesSense: @escaping @Sendable (Element) -> Bool
  ) where Value == Fact<[Element]> {
    (self.name, self.property) = (name, property)
    check = { (fact, node) throws(DocumentFault) in
      guard let index = fact.value.firstIndex(where: { !makesSense($0) }) else { return }
      throw try FactHead(reading: node).value.elements()[index].invalid(problem)
    }
  }

  func read(_ node: CatalogNode) throws(DocumentFault) -> Value {
    let value = try Value(reading: node)
    try check(value, node)
    return value
  }
}

/// The fields of a record.
protocol CatalogRecordFields<Record>: Sendable {
  associatedtype Record

  func write(_ record: Record, to writer: inout JSONWriter)
  func read(_ node: CatalogNode) throws(DocumentFault) -> Record
}

/// The fields of a record, in the order in which its initializer takes them. All must be there, and no others.
struct CatalogFields<Record, each Value: CatalogValue>: CatalogRecordFields {
  private let make: @Sendable (repeat each Value) -> Record
  private let fields: (repeat CatalogField<Record, each Value>)
  private let table: FieldTable

  init(
    _ make: @escaping @Sendable (repeat each Value) -> Record,
    _ fields: repeat CatalogField<Record, each Value>
  ) {
    self.make = make
    self.fields = (repeat each fields)
    var descriptions: [FieldDescription] = []
    for field in repeat each fields { descriptions.append(FieldDescription(field.name, .required)) }
    table = FieldTable(descriptions)
  }

  func write(_ record: Record, to writer: inout JSONWriter) {
    for field in repeat each fields {
      writer.name(field.name)
      field.property(record).write(to: &writer)
    }
  }

  func read(_ node: CatalogNode) throws(DocumentFault) -> Record {
    var given = [DocumentReader](repeating: node.reader, count: table.fields.count)
    var faults = DocumentFaults.first
    try node.reader.forEachField(table, &faults) { (index, reader, _) in given[index] = reader }
    var index = -1
    func next<Next>(_ field: CatalogField<Record, Next>) throws(DocumentFault) -> Next {
      index += 1
      return try field.read(CatalogNode(reader: given[index], context: node.context))
    }
    return make(repeat try next(each fields))
  }
}

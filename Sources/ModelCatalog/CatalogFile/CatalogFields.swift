import Documents
import JSONLines

/// The fields of a record, in the order in which its initializer takes them. All must be there, and no others.
struct CatalogFields<Record: Sendable>: Sendable {
  /// Writes the fields of a record.
  let write: @Sendable (Record, inout JSONWriter) -> Void
  /// Reads an object that is a record.
  let read: @Sendable (CatalogNode) throws(DocumentFault) -> Record

  init<each Value: Sendable>(
    _ make: @escaping @Sendable (repeat each Value) -> Record,
    _ fields: repeat CatalogField<Record, each Value>
  ) {
    var descriptions: [FieldDescription] = []
    for field in repeat each fields { descriptions.append(FieldDescription(field.name, .required)) }
    let table = FieldTable(descriptions)
    write = { (record, writer) in
      for field in repeat each fields {
        writer.name(field.name)
        field.write(record, &writer)
      }
    }
    read = { (node) throws(DocumentFault) in
      var given = [DocumentReader?](repeating: nil, count: table.fields.count)
      var faults = DocumentFaults.first
      try node.reader.forEachField(table, &faults) { (index, reader, _) in given[index] = reader }
      var index = -1
      func next<Next>(_ field: CatalogField<Record, Next>) throws(DocumentFault) -> Next {
        index += 1
        // All fields are required, so none is missing.
        return try field.read(CatalogNode(reader: given[index] ?? node.reader, context: node.context))
      }
      return make(repeat try next(each fields))
    }
  }
}

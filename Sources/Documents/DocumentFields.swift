/// A field of an object, and how its value is read.
public struct DocumentField<Target>: Sendable {
  /// Sets a part of the result from the field's value.
  public typealias Setter =
    @Sendable (inout Target, DocumentReader, inout DocumentFaults) throws(DocumentFault) -> Void

  /// The field.
  public let description: FieldDescription
  fileprivate let set: Setter

  /// Describes a field and how its value is read.
  public init(_ description: FieldDescription, _ set: @escaping Setter) {
    self.description = description
    self.set = set
  }
}

extension DocumentField {
  /// A field whose value becomes a property of the result.
  public static func value<Value>(
    _ name: String, _ presence: FieldDescription.Presence = .optional,
    to path: any WritableKeyPath<Target, Value> & Sendable,
    _ read: @escaping @Sendable (DocumentReader) throws(DocumentFault) -> Value
  ) -> DocumentField {
    DocumentField(FieldDescription(name, presence)) { (target, reader, _) throws(DocumentFault) in
      target[keyPath: path] = try read(reader)
    }
  }

  /// A field whose value is read in a way of its own.
  public static func custom(
    _ name: String, _ presence: FieldDescription.Presence = .optional,
    _ set: @escaping @Sendable (inout Target, DocumentReader) throws(DocumentFault) -> Void
  ) -> DocumentField {
    DocumentField(FieldDescription(name, presence)) { (target, reader, _) throws(DocumentFault) in
      try set(&target, reader)
    }
  }

  /// A field with an object whose fields set properties of the same result.
  public static func object(
    _ name: String, _ presence: FieldDescription.Presence = .optional, fields: [DocumentField]
  ) -> DocumentField {
    let fields = DocumentFields(fields)
    return DocumentField(FieldDescription(name, presence)) { (target, reader, faults) throws(DocumentFault) in
      try reader.read(fields, into: &target, &faults)
    }
  }
}

/// The fields of an object, and how their values are read.
///
///     static let fields = DocumentFields<Tool>([
///       .value("version", .required, to: \.version) { (version) throws(DocumentFault) in try version.string() },
///     ])
public struct DocumentFields<Target>: Sendable {
  let table: FieldTable
  fileprivate let fields: [DocumentField<Target>]

  /// Makes a description of fields with different names.
  public init(_ fields: [DocumentField<Target>]) {
    table = FieldTable(fields.map(\.description))
    self.fields = fields
  }
}

extension DocumentReader {
  /// Reads the fields of an object.
  ///
  /// - Throws: the first fault, unless all are kept.
  public func read<Target>(
    _ fields: DocumentFields<Target>, into target: inout Target, _ faults: inout DocumentFaults
  ) throws(DocumentFault) {
    try forEachField(fields.table, &faults) { (index, reader, faults) throws(DocumentFault) in
      try fields.fields[index].set(&target, reader, &faults)
    }
  }

  /// Reads the fields of an object and keeps all faults. The result does not contain values with faults.
  ///
  /// - Returns: the faults, in the order in which they were found.
  public func readAll<Target>(
    _ fields: DocumentFields<Target>, into target: inout Target
  ) -> [DocumentFault] {
    var faults = DocumentFaults.all
    do throws(DocumentFault) {
      try read(fields, into: &target, &faults)
    } catch {
      preconditionFailure("a fault that should be kept was thrown: \(error)")
    }
    return faults.list
  }

  /// Reads the fields of an object.
  ///
  /// - Throws: the first fault.
  public func read<Target>(
    _ fields: DocumentFields<Target>, into target: inout Target
  ) throws(DocumentFault) {
    var faults = DocumentFaults.first
    try read(fields, into: &target, &faults)
  }
}

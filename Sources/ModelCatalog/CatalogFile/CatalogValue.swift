import Documents
import JSONLines

/// What can be written into a catalogue file and read back from it.
protocol CatalogValue: Sendable {
  /// Whether it is written on one line.
  static var isOneLine: Bool { get }

  /// Writes the value.
  func write(to writer: inout JSONWriter)

  /// Reads the value; anything but a value that `write` can have written is a fault.
  init(reading node: CatalogNode) throws(DocumentFault)
}

extension CatalogValue {
  static var isOneLine: Bool { true }
}

/// A value that is an object, written and read by one list of its fields.
protocol CatalogRecord: CatalogValue {
  /// Its fields, in the order in which they are written.
  static var fields: CatalogFields<Self> { get }
}

extension CatalogRecord {
  typealias Field<Value: Sendable> = CatalogField<Self, Value>

  static var isOneLine: Bool { false }

  func write(to writer: inout JSONWriter) {
    writer.object(layout: Self.isOneLine ? .oneLine : .lines) { Self.fields.write(self, &$0) }
  }

  init(reading node: CatalogNode) throws(DocumentFault) { self = try Self.fields.read(node) }
}

import JSONLines

/// What can be written into a catalogue file and read back from it.
protocol CatalogValue {
  /// Whether it is written on one line.
  static var isOneLine: Bool { get }

  /// Writes the value.
  func write(to writer: inout JSONWriter)

  /// Reads the value; anything but a value that `write` can have written is a fault.
  init(reading node: CatalogNode) throws(CatalogFault)
}

/// A value that is an object: its members stand in one list, from which it is written and read.
protocol CatalogRecord: CatalogValue {
  associatedtype Field: CatalogField

  /// The member; nil where it is optional and absent.
  func value(of field: Field) -> (any CatalogValue)?
}

extension CatalogValue {
  static var isOneLine: Bool { true }
}

extension CatalogRecord {
  static var isOneLine: Bool { false }

  func write(to writer: inout JSONWriter) {
    writer.object(layout: Self.isOneLine ? .oneLine : .lines) { writer in
      for field in Field.allCases {
        guard let value = value(of: field) else { continue }
        writer.name(field.rawValue)
        value.write(to: &writer)
      }
    }
  }
}

import Documents
import JSONLines

extension Optional: CatalogValue where Wrapped: CatalogValue {
  static var isOneLine: Bool { Wrapped.isOneLine }

  func write(to writer: inout JSONWriter) {
    guard let wrapped = self else { return writer.null() }
    wrapped.write(to: &writer)
  }

  init(reading node: CatalogNode) throws(DocumentFault) {
    self = node.reader.value.kind == .null ? nil : try Wrapped(reading: node)
  }
}

extension Array: CatalogValue where Element: CatalogValue {
  static var isOneLine: Bool { Element.isOneLine }

  func write(to writer: inout JSONWriter) {
    writer.array(layout: Self.isOneLine ? .oneLine : .lines) { writer in
      for element in self { element.write(to: &writer) }
    }
  }

  init(reading node: CatalogNode) throws(DocumentFault) {
    self = []
    for element in try node.elements() { append(try Element(reading: element)) }
  }
}

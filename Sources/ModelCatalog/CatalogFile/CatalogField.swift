import Documents
import JSONLines

/// A field of a record: its name, how it is written, and how it is read.
///
/// The type asks nothing of `Value`, and functions do the rest: generic types whose conditions must be checked
/// while the program runs would take most of the time in which it starts.
struct CatalogField<Record: Sendable, Value: Sendable>: Sendable {
  let name: String
  let write: @Sendable (Record, inout JSONWriter) -> Void
  let read: @Sendable (CatalogNode) throws(DocumentFault) -> Value
}

extension CatalogField where Value: CatalogValue {
  init(_ name: String, _ property: @escaping @Sendable (Record) -> Value) {
    self.init(name, property) { (_, _) throws(DocumentFault) in }
  }

  /// A field whose values do not all make sense.
  init(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value, _ problem: String,
    unless makesSense: @escaping @Sendable (Value) -> Bool
  ) {
    self.init(name, property) { (value, node) throws(DocumentFault) in
      if !makesSense(value) { throw node.reader.invalid(problem) }
    }
  }

  /// A field whose value is a record, of whose fields not all combinations make sense.
  ///
  /// - Parameter problem: what is wrong with a value; nil if nothing is.
  init(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value,
    unlessSound problem: @escaping @Sendable (Value) -> String?
  ) {
    self.init(name, property) { (value, node) throws(DocumentFault) in
      if let problem = problem(value) { throw node.reader.invalid(problem) }
    }
  }

  /// A fact whose values do not all make sense.
  init<Known>(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value, _ problem: String,
    unlessValue makesSense: @escaping @Sendable (Known) -> Bool
  ) where Value == Fact<Known> {
    self.init(name, property) { (fact, node) throws(DocumentFault) in
      if !makesSense(fact.value) { throw try FactHead(reading: node).value.invalid(problem) }
    }
  }

  /// A fact with a list whose elements do not all make sense.
  init<Element: CatalogValue>(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value, _ problem: String,
    unlessEach makesSense: @escaping @Sendable (Element) -> Bool
  ) where Value == Fact<[Element]> {
    self.init(name, property) { (fact, node) throws(DocumentFault) in
      guard let index = fact.value.firstIndex(where: { !makesSense($0) }) else { return }
      throw try FactHead(reading: node).value.elements()[index].invalid(problem)
    }
  }

  private init(
    _ name: String, _ property: @escaping @Sendable (Record) -> Value,
    check: @escaping @Sendable (Value, CatalogNode) throws(DocumentFault) -> Void
  ) {
    self.name = name
    write = { (record, writer) in property(record).write(to: &writer) }
    read = { (node) throws(DocumentFault) in
      let value = try Value(reading: node)
      try check(value, node)
      return value
    }
  }
}

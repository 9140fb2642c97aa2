public import Diagnostics
import Documents
import JSONLines

/// Something believed about the service, with the place where it was read.
///
/// A conflict between sources is kept: the value is the reading that the catalogue goes by, and `conflict`
/// tells what else is said. A rule decides by `confidence` how hard it may judge.
public struct Fact<Value: Sendable>: Sendable {
  /// What is believed.
  public let value: Value
  /// Where it was read: the key of one of the catalogue's sources, a colon, and the page there, such as
  /// `DOC:models/tuning/image`.
  public let source: String
  /// The day on which the source was known to say so.
  public let asOf: CatalogDate
  /// How the value is known.
  public let confidence: Confidence
  /// Who disagrees, and how; present where `confidence` is `conflicting`, and only there.
  public let conflict: String?
  /// What the source alone does not tell: what a guess was inferred from, or how the value was read.
  public let note: String?
}

extension Fact: Equatable where Value: Equatable {}

extension Fact {
  /// Another value from the same source.
  public func withValue(_ value: Value) -> Fact {
    Fact(
      value: value, source: source, asOf: asOf, confidence: confidence, conflict: conflict, note: note)
  }
}

extension Fact {
  /// The same value where the source does not speak of it, so that it is a guess.
  public func assumed() -> Fact {
    Fact(value: value, source: source, asOf: asOf, confidence: .guess, conflict: nil, note: note)
  }
}

extension Fact: CatalogValue where Value: CatalogValue {
  func write(to writer: inout JSONWriter) {
    writer.object(layout: .oneLine) { writer in
      writer.name("value")
      value.write(to: &writer)
      writer.member("source", source)
      writer.member("asOf", asOf.description)
      writer.member("confidence", confidence.rawValue)
      if let conflict { writer.member("conflict", conflict) }
      if let note { writer.member("note", note) }
    }
  }

  init(reading node: CatalogNode) throws(DocumentFault) {
    let head = try FactHead(reading: node)
    value = try Value(reading: CatalogNode(reader: head.value, context: node.context))
    source = head.source
    asOf = head.asOf
    confidence = head.confidence
    conflict = head.conflict
    note = head.note
  }
}

public import Diagnostics

/// Something believed about the service, with the place where it was read.
///
/// A conflict between sources is kept: the value is the reading that the catalogue goes by, and `conflict`
/// tells what else is said. A rule decides by `confidence` how hard it may judge.
public struct Fact<Value: Sendable & Equatable>: Sendable, Equatable {
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

extension Fact {
  /// What an official page, schema or SDK says.
  static func documented(_ value: Value, _ page: CatalogPage, note: String? = nil) -> Fact {
    Fact(
      value: value, source: page.source, asOf: page.asOf, confidence: .documented, conflict: nil, note: note)
  }

  /// What the running service was seen to do.
  static func observed(_ value: Value, _ page: CatalogPage, note: String? = nil) -> Fact {
    Fact(value: value, source: page.source, asOf: page.asOf, confidence: .observed, conflict: nil, note: note)
  }

  /// What somebody else read on an official page.
  static func reported(_ value: Value, _ page: CatalogPage, note: String? = nil) -> Fact {
    Fact(value: value, source: page.source, asOf: page.asOf, confidence: .reported, conflict: nil, note: note)
  }

  /// What one page says and another source denies.
  static func conflicting(_ value: Value, _ page: CatalogPage, _ conflict: String) -> Fact {
    Fact(
      value: value, source: page.source, asOf: page.asOf, confidence: .conflicting, conflict: conflict,
      note: nil)
  }

  /// What is inferred from a page that does not say it.
  static func guess(_ value: Value, _ page: CatalogPage, _ note: String) -> Fact {
    Fact(value: value, source: page.source, asOf: page.asOf, confidence: .guess, conflict: nil, note: note)
  }

  /// Another value from the same source.
  func withValue(_ value: Value) -> Fact {
    Fact(
      value: value, source: source, asOf: asOf, confidence: confidence, conflict: conflict, note: note)
  }

  /// The same value as a guess, for a model that the page does not speak of.
  func asGuess(_ note: String) -> Fact {
    Fact(value: value, source: source, asOf: asOf, confidence: .guess, conflict: nil, note: note)
  }
}

extension Fact: CatalogRecord, CatalogValue where Value: CatalogValue {
  static var isOneLine: Bool { true }

  func value(of field: FactField) -> (any CatalogValue)? {
    switch field {
    case .value: value
    case .source: source
    case .asOf: asOf
    case .confidence: confidence
    case .conflict: conflict
    case .note: note
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<FactField>(node, optional: [.conflict, .note])
    value = try object.read(.value)
    source = try object.read(.source)
    asOf = try object.read(.asOf)
    confidence = try object.read(.confidence)
    conflict = try object.readIfPresent(.conflict)
    note = try object.readIfPresent(.note)
    try object.check(.source, node.context.knows(source: source), "no source has the key of '\(source)'")
    try object.check(
      .asOf, node.context.asOf.map { asOf <= $0 } ?? true, "the date is after that of the catalogue")
    let needsConflict = confidence == .conflicting
    try object.check(
      .confidence, (conflict != nil) == needsConflict,
      needsConflict ? "a conflicting fact needs a 'conflict'" : "only a conflicting fact has a 'conflict'")
    try object.check(.confidence, confidence != .guess || note != nil, "a guess needs a 'note'")
  }
}

/// The members of a fact in a catalogue file.
enum FactField: String, CatalogField {
  case value, source, asOf, confidence, conflict, note
}

/// When a model is withdrawn.
public struct Retirement: Sendable, Equatable {
  /// The day of the withdrawal.
  public let date: CatalogDate
  /// Whether `date` is only the earliest day on which it can happen.
  public let isEarliest: Bool
}

extension Retirement: CatalogRecord {
  enum Field: String, CatalogField {
    case date, isEarliest
  }

  static var isOneLine: Bool { true }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .date: date
    case .isEarliest: isEarliest
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    date = try object.read(.date)
    isEarliest = try object.read(.isEarliest)
  }
}

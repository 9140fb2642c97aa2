/// When a model is withdrawn.
public struct Retirement: Sendable, Equatable {
  /// The day of the withdrawal.
  public let date: CatalogDate
  /// Whether `date` is only the earliest day on which it can happen.
  public let isEarliest: Bool
}

extension Retirement: CatalogRecord {
  static var isOneLine: Bool { true }

  static let fields = CatalogFields(
    Retirement.init,
    Field("date", \.date),
    Field("isEarliest", \.isEarliest))
}

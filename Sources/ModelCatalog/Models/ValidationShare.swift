/// The bound on a validation dataset that grows with the training dataset.
public struct ValidationShare: Sendable, Equatable {
  /// The bound applies to validation datasets with more examples than this.
  public let appliesAboveExamples: Int
  /// The most validation examples, in percent of the number of training examples.
  public let maxPercentOfTraining: Int
}

extension ValidationShare: CatalogRecord {
  static var isOneLine: Bool { true }

  static let fields = CatalogFields(
    ValidationShare.init,
    Field("appliesAboveExamples", \.appliesAboveExamples),
    Field("maxPercentOfTraining", \.maxPercentOfTraining, "a share is at most 100 percent") { $0 <= 100 })
}

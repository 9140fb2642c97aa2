/// The bound on a validation dataset that grows with the training dataset.
public struct ValidationShare: Sendable, Equatable {
  /// The bound applies to validation datasets with more examples than this.
  public let appliesAboveExamples: Int
  /// The most validation examples, in percent of the number of training examples.
  public let maxPercentOfTraining: Int
}

extension ValidationShare: CatalogRecord {
  enum Field: String, CatalogField {
    case appliesAboveExamples, maxPercentOfTraining
  }

  static var isOneLine: Bool { true }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .appliesAboveExamples: appliesAboveExamples
    case .maxPercentOfTraining: maxPercentOfTraining
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    appliesAboveExamples = try object.read(.appliesAboveExamples)
    maxPercentOfTraining = try object.read(.maxPercentOfTraining)
  }
}

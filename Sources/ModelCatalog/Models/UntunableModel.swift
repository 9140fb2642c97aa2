/// A model that is known and has never been tunable.
public struct UntunableModel: Sendable, Equatable {
  /// The id by which requests name it.
  public let id: String
  /// The name in the documentation.
  public let displayName: String
  /// The line of models it belongs to.
  public let family: ModelFamily
  /// Its generation.
  public let generation: ModelGeneration
  /// False, with the page and the day on which that was read.
  public let isTunable: Fact<Bool>
}

extension UntunableModel: CatalogRecord {
  enum Field: String, CatalogField {
    case id, displayName, family, generation, isTunable
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .id: id
    case .displayName: displayName
    case .family: family
    case .generation: generation
    case .isTunable: isTunable
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    id = try object.read(.id)
    displayName = try object.read(.displayName)
    family = try object.read(.family)
    generation = try object.read(.generation)
    isTunable = try object.read(.isTunable)
    try object.check(.id, !id.isEmpty, "an id is not empty")
    try object.check(valueOf: .isTunable, !isTunable.value, "a tunable model belongs into 'models'")
  }
}

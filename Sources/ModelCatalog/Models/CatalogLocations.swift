/// The locations of the service.
public struct CatalogLocations: Sendable, Equatable {
  /// The regions that have an endpoint. Not every one of them tunes models: see a model's own list.
  public let regions: Fact<[String]>
  /// The multi-regions, which serve tuned models but do not tune.
  public let multiRegions: Fact<[String]>
  /// Whether a Gemini model can be tuned at the location `global`.
  public let tunesGlobally: Fact<Bool>
}

extension CatalogLocations: CatalogRecord {
  enum Field: String, CatalogField {
    case regions, multiRegions, tunesGlobally
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .regions: regions
    case .multiRegions: multiRegions
    case .tunesGlobally: tunesGlobally
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    regions = try object.read(.regions)
    multiRegions = try object.read(.multiRegions)
    tunesGlobally = try object.read(.tunesGlobally)
  }
}

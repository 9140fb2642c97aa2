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
  static let fields = CatalogFields(
    CatalogLocations.init,
    Field("regions", \.regions),
    Field("multiRegions", \.multiRegions),
    Field("tunesGlobally", \.tunesGlobally))
}

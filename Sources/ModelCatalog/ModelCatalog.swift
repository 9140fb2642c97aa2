import Diagnostics

/// What each Gemini model accepts in supervised tuning, as it was known on one day.
///
/// A catalogue has at least one model that can be tuned, and no two models with the same id.
public struct ModelCatalog: Sendable, Equatable {
  /// The day on which the facts were put together; none is newer.
  public let asOf: CatalogDate
  /// The places where they were read.
  public let sources: [CatalogSource]
  /// The locations of the service.
  public let locations: CatalogLocations
  /// The models that can be tuned, newest first, then those that could be tuned once.
  public let models: [TunableModel]
  /// Models that are known, but have never been tunable.
  public let untunableModels: [UntunableModel]

  /// The models that the service tunes as far as is known, newest first.
  public var tunableModels: [TunableModel] { models.filter(\.isTunable.value) }

  /// The model of exactly this id that is or was tunable.
  public func model(id: String) -> TunableModel? { models.first { $0.id == id } }

  /// The model of exactly this id that has never been tunable.
  public func untunableModel(id: String) -> UntunableModel? { untunableModels.first { $0.id == id } }

  /// The known id that was probably meant; nil where none is near.
  ///
  /// That is a tunable model's id to which `text` only adds a version, such as `-001` or `-preview-05-20`,
  /// else the id that is most like `text`, of equally near ones that of a tunable model.
  public func nearestID(to text: String) -> String? {
    let tunable = tunableModels.map(\.id)
    let versioned = tunable.first { id in
      guard text.hasPrefix(id + "-") else { return false }
      let version = text.utf8.dropFirst(id.utf8.count + 1)
      return version.first.map { (0x30...0x39).contains($0) } == true
        || ["preview", "exp", "latest"].contains { version.starts(with: $0.utf8) }
    }
    return versioned ?? NearestName.of(text, among: tunable + models.map(\.id) + untunableModels.map(\.id))
  }
}

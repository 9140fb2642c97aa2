/// How many still images one example may hold, and how large.
public struct ImageLimits: Sendable, Equatable {
  /// The most images in one example.
  public let maxFiles: Fact<Int>
  /// The largest image file, in megabytes.
  public let maxMegabytesPerFile: Fact<Int>
}

extension ImageLimits: CatalogRecord {
  static let fields = CatalogFields(
    ImageLimits.init,
    Field("maxFiles", \.maxFiles),
    Field("maxMegabytesPerFile", \.maxMegabytesPerFile))
}

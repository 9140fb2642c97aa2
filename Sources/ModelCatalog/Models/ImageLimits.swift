/// How many still images one example may hold, and how large.
public struct ImageLimits: Sendable, Equatable {
  /// The most images in one example.
  public var maxFiles: Fact<Int>
  /// The largest image file, in megabytes.
  public var maxMegabytesPerFile: Fact<Int>
}

extension ImageLimits: CatalogRecord {
  static let fields = CatalogFields(
    ImageLimits.init,
    Field("maxFiles", \.maxFiles),
    Field("maxMegabytesPerFile", \.maxMegabytesPerFile))
}

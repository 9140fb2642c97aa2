/// How many PDF documents one example may hold, how large and how long.
public struct DocumentLimits: Sendable, Equatable {
  /// The most documents in one example.
  public var maxFiles: Fact<Int>
  /// The most pages of all documents of one example together.
  public let maxPages: Fact<Int>
  /// The largest document file, in megabytes.
  public var maxMegabytesPerFile: Fact<Int>
}

extension DocumentLimits: CatalogRecord {
  static let fields = CatalogFields(
    DocumentLimits.init,
    Field("maxFiles", \.maxFiles),
    Field("maxPages", \.maxPages),
    Field("maxMegabytesPerFile", \.maxMegabytesPerFile))
}

/// How many PDF documents one example may hold, how large and how long.
public struct DocumentLimits: Sendable, Equatable {
  /// The most documents in one example.
  public let maxFiles: Fact<Int>
  /// The most pages of all documents of one example together.
  public let maxPages: Fact<Int>
  /// The largest document file, in megabytes.
  public let maxMegabytesPerFile: Fact<Int>
}

extension DocumentLimits: CatalogRecord {
  enum Field: String, CatalogField {
    case maxFiles, maxPages, maxMegabytesPerFile
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .maxFiles: maxFiles
    case .maxPages: maxPages
    case .maxMegabytesPerFile: maxMegabytesPerFile
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    maxFiles = try object.read(.maxFiles)
    maxPages = try object.read(.maxPages)
    maxMegabytesPerFile = try object.read(.maxMegabytesPerFile)
  }
}

/// How many still images one example may hold, and how large.
public struct ImageLimits: Sendable, Equatable {
  /// The most images in one example.
  public let maxFiles: Fact<Int>
  /// The largest image file, in megabytes.
  public let maxMegabytesPerFile: Fact<Int>
}

extension ImageLimits: CatalogRecord {
  enum Field: String, CatalogField {
    case maxFiles, maxMegabytesPerFile
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .maxFiles: maxFiles
    case .maxMegabytesPerFile: maxMegabytesPerFile
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    maxFiles = try object.read(.maxFiles)
    maxMegabytesPerFile = try object.read(.maxMegabytesPerFile)
  }
}

/// How much sound one example may hold.
public struct AudioLimits: Sendable, Equatable {
  /// The most audio files in one example.
  public let maxFiles: Fact<Int>
  /// The longest sound of one example, in seconds.
  public let maxSeconds: Fact<Int>
  /// The largest audio file, in megabytes.
  public let maxMegabytesPerFile: Fact<Int>
}

extension AudioLimits: CatalogRecord {
  enum Field: String, CatalogField {
    case maxFiles, maxSeconds, maxMegabytesPerFile
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .maxFiles: maxFiles
    case .maxSeconds: maxSeconds
    case .maxMegabytesPerFile: maxMegabytesPerFile
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    maxFiles = try object.read(.maxFiles)
    maxSeconds = try object.read(.maxSeconds)
    maxMegabytesPerFile = try object.read(.maxMegabytesPerFile)
  }
}

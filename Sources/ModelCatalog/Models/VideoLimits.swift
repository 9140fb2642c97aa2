/// How many moving images one example may hold, how large and how long.
public struct VideoLimits: Sendable, Equatable {
  /// The most videos in one example.
  public let maxFiles: Fact<Int>
  /// The largest video file, in megabytes.
  public let maxMegabytesPerFile: Fact<Int>
  /// The longest video at high or medium media resolution, in seconds.
  public let maxSecondsAtHighOrMedium: Fact<Int>
  /// The longest video at low media resolution, in seconds.
  public let maxSecondsAtLow: Fact<Int>
}

extension VideoLimits: CatalogRecord {
  enum Field: String, CatalogField {
    case maxFiles, maxMegabytesPerFile, maxSecondsAtHighOrMedium, maxSecondsAtLow
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .maxFiles: maxFiles
    case .maxMegabytesPerFile: maxMegabytesPerFile
    case .maxSecondsAtHighOrMedium: maxSecondsAtHighOrMedium
    case .maxSecondsAtLow: maxSecondsAtLow
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    maxFiles = try object.read(.maxFiles)
    maxMegabytesPerFile = try object.read(.maxMegabytesPerFile)
    maxSecondsAtHighOrMedium = try object.read(.maxSecondsAtHighOrMedium)
    maxSecondsAtLow = try object.read(.maxSecondsAtLow)
  }
}

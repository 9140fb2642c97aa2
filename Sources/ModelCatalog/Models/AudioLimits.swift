/// How much sound one example may hold.
public struct AudioLimits: Sendable, Equatable {
  /// The most audio files in one example.
  public var maxFiles: Fact<Int>
  /// The longest sound of one example, in seconds.
  public let maxSeconds: Fact<Int>
  /// The largest audio file, in megabytes.
  public var maxMegabytesPerFile: Fact<Int>
}

extension AudioLimits: CatalogRecord {
  static let fields = CatalogFields(
    AudioLimits.init,
    Field("maxFiles", \.maxFiles),
    Field("maxSeconds", \.maxSeconds),
    Field("maxMegabytesPerFile", \.maxMegabytesPerFile))
}

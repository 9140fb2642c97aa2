/// How many moving images one example may hold, how large and how long.
public struct VideoLimits: Sendable, Equatable {
  /// The most videos in one example.
  public var maxFiles: Fact<Int>
  /// The largest video file, in megabytes.
  public var maxMegabytesPerFile: Fact<Int>
  /// The longest video at high or medium media resolution, in seconds.
  public let maxSecondsAtHighOrMedium: Fact<Int>
  /// The longest video at low media resolution, in seconds.
  public let maxSecondsAtLow: Fact<Int>
}

extension VideoLimits: CatalogRecord {
  static let fields = CatalogFields(
    VideoLimits.init,
    Field("maxFiles", \.maxFiles),
    Field("maxMegabytesPerFile", \.maxMegabytesPerFile),
    Field("maxSecondsAtHighOrMedium", \.maxSecondsAtHighOrMedium),
    Field("maxSecondsAtLow", \.maxSecondsAtLow))
}

/// How much of each medium one example may hold.
///
/// File sizes are in the megabytes that the pages write; no page says whether these are decimal or binary.
public struct MediaLimits: Sendable, Equatable {
  /// The limits on still images.
  public let images: ImageLimits
  /// The limits on sound.
  public let audio: AudioLimits
  /// The limits on moving images.
  public let videos: VideoLimits
  /// The limits on PDF documents.
  public let documents: DocumentLimits
}

extension MediaLimits: CatalogRecord {
  static let fields = CatalogFields(
    MediaLimits.init,
    Field("images", \.images),
    Field("audio", \.audio),
    Field("videos", \.videos),
    Field("documents", \.documents))
}

/// How much of each medium one example may hold.
///
/// File sizes are in the megabytes that the pages write; no page says whether these are decimal or binary.
public struct MediaLimits: Sendable, Equatable {
  /// The limits on still images.
  public var images: ImageLimits
  /// The limits on sound.
  public var audio: AudioLimits
  /// The limits on moving images.
  public var videos: VideoLimits
  /// The limits on PDF documents.
  public var documents: DocumentLimits
}

extension MediaLimits: CatalogRecord {
  static let fields = CatalogFields(
    MediaLimits.init,
    Field("images", \.images),
    Field("audio", \.audio),
    Field("videos", \.videos),
    Field("documents", \.documents))
}

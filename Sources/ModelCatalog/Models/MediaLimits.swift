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
  enum Field: String, CatalogField {
    case images, audio, videos, documents
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .images: images
    case .audio: audio
    case .videos: videos
    case .documents: documents
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    images = try object.read(.images)
    audio = try object.read(.audio)
    videos = try object.read(.videos)
    documents = try object.read(.documents)
  }
}

import ModelCatalog

/// What the service requires of media, as it is asked for at every part.
struct MediaRequirements: Sendable {
  /// The most files of each kind in an example.
  let mostImages: Int
  let mostAudioFiles: Int
  let mostVideos: Int
  let mostDocuments: Int
  /// The least of them: an example with no more files has not too many of any kind.
  let fewestLimit: Int
  /// A bit for each kind that the model cannot be tuned on; none without a model.
  private let untunableKinds: UInt8
  /// Whether a part cannot have a resolution of its own; false without a model.
  let lacksPartMediaResolution: Bool
  /// The most bytes of a file of each kind. Whether megabytes are decimal is not documented, so they are the larger ones.
  private let mostBytes: (image: Int, audio: Int, video: Int, document: Int)

  init(_ requirements: DatasetRequirements) {
    let media = requirements.media
    mostImages = media.images.maxFiles.value
    mostAudioFiles = media.audio.maxFiles.value
    mostVideos = media.videos.maxFiles.value
    mostDocuments = media.documents.maxFiles.value
    fewestLimit = min(mostImages, mostAudioFiles, mostVideos, mostDocuments)
    mostBytes = (
      media.images.maxMegabytesPerFile.value << 20, media.audio.maxMegabytesPerFile.value << 20,
      media.videos.maxMegabytesPerFile.value << 20, media.documents.maxMegabytesPerFile.value << 20
    )
    var untunable: UInt8 = 0
    let kinds: [(MIMEType.Kind, Modality)] = [
      (.image, .image), (.audio, .audio), (.video, .video), (.document, .document),
    ]
    for (kind, modality) in kinds
    where requirements.modalities.map({ !$0.value.contains(modality) }) ?? false {
      untunable |= 1 << kind.rawValue
    }
    untunableKinds = untunable
    lacksPartMediaResolution = requirements.supportsPartMediaResolution.map { !$0.value } ?? false
  }

  /// Whether the model can be tuned on a kind of files, as far as is known.
  func canBeTuned(on kind: MIMEType.Kind) -> Bool { untunableKinds >> kind.rawValue & 1 == 0 }

  /// The most bytes of a file of a kind; nil where none are known.
  func mostBytes(of kind: MIMEType.Kind) -> Int? {
    switch kind {
    case .image: mostBytes.image
    case .audio: mostBytes.audio
    case .video: mostBytes.video
    case .document: mostBytes.document
    case .text, .other: nil
    }
  }
}

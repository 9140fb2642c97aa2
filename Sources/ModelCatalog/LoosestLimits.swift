import Diagnostics

/// For each limit the loosest one of several models, with its source.
///
/// What breaks such a limit breaks that of every model: a dataset can be judged before a model is chosen.
public struct LoosestLimits: Sendable, Equatable {
  /// The day of the catalogue.
  public let asOf: CatalogDate
  /// The loosest limits on datasets.
  public let limits: TuningLimits
  /// The loosest limits on media.
  public let media: MediaLimits
  /// The types of media files that any of the models reads.
  public let mimeTypes: MIMETypes
  /// The control tokens of any of the models, in alphabetical order. No text contains such a token by chance.
  public let controlTokens: [String]
}

extension ModelCatalog {
  /// The loosest limits of the models that can be tuned, for datasets without a model.
  public var loosestLimits: LoosestLimits {
    let models = tunableModels
    guard let first = models.first else { preconditionFailure("a catalogue has a tunable model") }
    var (limits, media, mimeTypes) = (first.limits, first.media, first.mimeTypes)
    for model in models.dropFirst() {
      limits = limits.loosened(by: model.limits)
      media = media.loosened(by: model.media)
      mimeTypes = mimeTypes.joined(with: model.mimeTypes)
    }
    return LoosestLimits(
      asOf: asOf, limits: limits, media: media, mimeTypes: mimeTypes,
      controlTokens: Set(models.flatMap(\.controlTokens.value)).sorted())
  }
}

extension TuningLimits {
  fileprivate func loosened(by other: TuningLimits) -> TuningLimits {
    TuningLimits(
      maxTokensPerExample: maxTokensPerExample.orLarger(other.maxTokensPerExample),
      largeFileBytes: largeFileBytes.orLarger(other.largeFileBytes),
      maxFileBytes: maxFileBytes.orLarger(other.maxFileBytes),
      maxTextExamples: maxTextExamples.orLooser(other.maxTextExamples),
      maxMultimodalExamples: maxMultimodalExamples.orLooser(other.maxMultimodalExamples),
      maxValidationExamples: maxValidationExamples.orLarger(other.maxValidationExamples),
      validationShare: validationShare.orLooser(other.validationShare),
      recommendedExamples: recommendedExamples.orSmaller(other.recommendedExamples),
      fewExamples: fewExamples.orSmaller(other.fewExamples),
      manyFunctionDeclarations: manyFunctionDeclarations.orLarger(other.manyFunctionDeclarations),
      maxFunctionDeclarations: maxFunctionDeclarations.orLarger(other.maxFunctionDeclarations),
      maxDroppedPercent: maxDroppedPercent.orLarger(other.maxDroppedPercent))
  }
}

extension MediaLimits {
  fileprivate func loosened(by other: MediaLimits) -> MediaLimits {
    MediaLimits(
      images: ImageLimits(
        maxFiles: images.maxFiles.orLarger(other.images.maxFiles),
        maxMegabytesPerFile: images.maxMegabytesPerFile.orLarger(other.images.maxMegabytesPerFile)),
      audio: AudioLimits(
        maxFiles: audio.maxFiles.orLarger(other.audio.maxFiles),
        maxSeconds: audio.maxSeconds.orLarger(other.audio.maxSeconds),
        maxMegabytesPerFile: audio.maxMegabytesPerFile.orLarger(other.audio.maxMegabytesPerFile)),
      videos: VideoLimits(
        maxFiles: videos.maxFiles.orLarger(other.videos.maxFiles),
        maxMegabytesPerFile: videos.maxMegabytesPerFile.orLarger(other.videos.maxMegabytesPerFile),
        maxSecondsAtHighOrMedium: videos.maxSecondsAtHighOrMedium.orLarger(
          other.videos.maxSecondsAtHighOrMedium),
        maxSecondsAtLow: videos.maxSecondsAtLow.orLarger(other.videos.maxSecondsAtLow)),
      documents: DocumentLimits(
        maxFiles: documents.maxFiles.orLarger(other.documents.maxFiles),
        maxPages: documents.maxPages.orLarger(other.documents.maxPages),
        maxMegabytesPerFile: documents.maxMegabytesPerFile.orLarger(other.documents.maxMegabytesPerFile)))
  }
}

extension MIMETypes {
  fileprivate func joined(with other: MIMETypes) -> MIMETypes {
    MIMETypes(tuning: tuning.joined(with: other.tuning), serving: serving.joined(with: other.serving))
  }
}

extension Fact {
  /// Of two facts the one whose value comes later in the order; of equal values the one that is better known.
  fileprivate func orLater(_ other: Fact, by isBefore: (Value, Value) -> Bool) -> Fact {
    if isBefore(value, other.value) { return other }
    if isBefore(other.value, value) { return self }
    return other.confidence.rank < confidence.rank ? other : self
  }
}

extension Confidence {
  /// The place in the order from the surest to the least sure.
  fileprivate var rank: Int {
    switch self {
    case .documented: 0
    case .observed: 1
    case .reported: 2
    case .conflicting: 3
    case .guess: 4
    }
  }
}

extension Fact<Int> {
  fileprivate func orLarger(_ other: Fact) -> Fact { orLater(other, by: <) }
  fileprivate func orSmaller(_ other: Fact) -> Fact { orLater(other, by: >) }
}

extension Fact<Int?> {
  /// The larger of two limits; none is larger than any.
  fileprivate func orLooser(_ other: Fact) -> Fact {
    orLater(other) { ($0 ?? .max) < ($1 ?? .max) }
  }
}

extension Fact<ValidationShare?> {
  /// The looser of two bounds: that with the larger share, and of equal shares the one that applies later.
  /// None is looser than any.
  fileprivate func orLooser(_ other: Fact) -> Fact {
    func rank(_ share: ValidationShare?) -> (Int, Int) {
      (share?.maxPercentOfTraining ?? .max, share?.appliesAboveExamples ?? .max)
    }
    return orLater(other) { rank($0) < rank($1) }
  }
}

extension Fact<[String]> {
  /// What either list has, in alphabetical order, with the source of the longer list.
  fileprivate func joined(with other: Fact) -> Fact {
    let longer = other.value.count > value.count ? other : self
    let all = Set(value).union(other.value)
    return longer.withValue(all.count == longer.value.count ? longer.value : all.sorted())
  }
}

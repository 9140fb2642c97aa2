import Diagnostics
import ModelCatalog

/// How many files of each kind an example has, and which is the first too many.
struct MediaCounts {
  /// The count of one kind.
  struct Count {
    private(set) var count = 0
    /// The index of the first media object beyond the limit; nil where there are not too many.
    private(set) var firstTooMany: Int?

    fileprivate mutating func add(_ index: Int, most: Int) {
      count += 1
      if count == most + 1 { firstTooMany = index }
    }

    /// Reports that there are too many, if so. A limit that is not known for certain is a warning.
    func report<Found: Rule>(
      _ rule: Found.Type, over limit: Fact<Int>, _ context: borrowing ExampleContext,
      _ findings: inout LineFindings
    ) {
      guard let firstTooMany, let range = context.example.media[firstTooMany].object.range else { return }
      findings.report(
        rule, at: range.lowerBound, length: range.count, as: limit.confidence.isSure ? nil : .warning,
        .number(count),
        .number(limit.value))
    }
  }

  private(set) var images = Count()
  private(set) var audioFiles = Count()
  private(set) var videos = Count()
  private(set) var documents = Count()

  /// Whether there are too many of any kind.
  var areTooMany: Bool {
    images.firstTooMany != nil || audioFiles.firstTooMany != nil || videos.firstTooMany != nil
      || documents.firstTooMany != nil
  }

  /// Adds a file; true for the first of its kind.
  @inline(__always)
  mutating func add(_ kind: MIMEType.Kind, at index: Int, _ requirements: MediaRequirements) -> Bool {
    switch kind {
    case .image:
      images.add(index, most: requirements.mostImages)
      return images.count == 1
    case .audio:
      audioFiles.add(index, most: requirements.mostAudioFiles)
      return audioFiles.count == 1
    case .video:
      videos.add(index, most: requirements.mostVideos)
      return videos.count == 1
    case .document:
      documents.add(index, most: requirements.mostDocuments)
      return documents.count == 1
    case .text, .other: return false
    }
  }
}

extension Confidence {
  /// Whether a refusal can rest on it.
  var isSure: Bool { self != .guess && self != .conflicting }
}

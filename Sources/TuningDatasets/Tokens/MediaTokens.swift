import JSONLines
import ModelCatalog

/// How many tokens media have, where the example tells: images, and parts of videos whose end is given.
///
/// Of an image at high resolution this is the least: each crop that the service makes of a large one adds as many. How long
/// audio and whole videos are, and how many pages a document has, is not in the example.
///
/// Source: models/tuning/supervised-tuning and its pages about images and video, as of 2026-09-25, for Gemini 2.x;
/// multimodal/media-resolution for later models, whose tuning may count otherwise.
enum MediaTokens {
  /// The tokens of a piece of media; nil if they are not known.
  static func count(
    _ media: TrainingExample.Media, at resolution: MediaResolution.Level, _ context: borrowing ExampleContext
  ) -> Int? {
    guard let type = media.mimeType.string else { return nil }
    let isLater = (context.requirements.model?.generation.major ?? 2) > 2
    switch context.mediaNames.type(type, in: context.line).kind {
    case .image:
      switch resolution {
      case .low: return isLater ? 280 : 64
      case .medium: return isLater ? 560 : 256
      case .high: return isLater ? 1120 : 256
      }
    case .video:
      // A frame a second.
      guard let seconds = TrainingExample.seconds(ofClip: media, in: context.line) else { return nil }
      let perFrame = isLater ? (resolution == .high ? 280 : 70) : (resolution == .low ? 64 : 256)
      return seconds * perFrame
    case .audio, .document, .text, .other: return nil
    }
  }
}

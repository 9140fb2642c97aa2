/// A kind of content that a training example can hold.
public enum Modality: String, Sendable, CaseIterable {
  /// Text.
  case text
  /// Still images.
  case image
  /// Sound.
  case audio
  /// Moving images.
  case video
  /// PDF documents.
  case document
}

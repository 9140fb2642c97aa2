/// The line of models that a model belongs to within its generation.
public enum ModelFamily: String, Sendable, CaseIterable {
  /// Gemini Pro.
  case pro
  /// Gemini Flash.
  case flash
  /// Gemini Flash-Lite.
  case flashLite = "flash-lite"
}

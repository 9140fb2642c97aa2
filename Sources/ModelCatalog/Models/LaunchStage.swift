/// How far supervised tuning of a model has been launched.
public enum LaunchStage: String, Sendable, CaseIterable {
  /// Open to all, before general availability.
  case preview
  /// Generally available.
  case generallyAvailable = "GA"
  /// No longer offered.
  case discontinued
}

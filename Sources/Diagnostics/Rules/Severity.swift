/// How much a finding matters.
public enum Severity: Int, Comparable, CaseIterable, Sendable, Codable {
  /// Worth knowing.
  case info
  /// Undocumented, against a documented preference, or likely to harm the tuned model.
  case warning
  /// The service refuses or drops it, or cannot contain it, or nothing can be learned from it.
  case error

  /// The word users read and write: `error`, `warning`, `info`.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Orders severities from info to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

import ArgumentParser
import Diagnostics

/// Which findings make a command fail.
enum FailureChoice: String, Choice {
  case error, warning, never

  /// Whether a finding of this severity makes the command fail.
  func counts(_ severity: Severity) -> Bool {
    switch self {
    case .never: false
    case .warning: severity >= .warning
    case .error: severity >= .error
    }
  }
}

import ArgumentParser
import Diagnostics

/// Which findings make a command fail.
enum FailureChoice: String, Choice {
  case error, warning, never

  /// The lowest severity with which the command fails; nil if none does.
  var severity: Severity? {
    switch self {
    case .never: nil
    case .warning: .warning
    case .error: .error
    }
  }

  /// Whether a finding of this severity makes the command fail.
  func counts(_ severity: Severity) -> Bool { self.severity.map { severity >= $0 } ?? false }
}

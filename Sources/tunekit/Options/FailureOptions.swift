import ArgumentParser
import Diagnostics

/// Which findings make a command fail.
struct FailureOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
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

  @Option(
    help: ArgumentHelp(
      "Findings of this severity or a higher one make the exit status 1.", valueName: "severity"))
  var failOn = Choice.error
}

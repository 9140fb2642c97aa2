import ArgumentParser
import Diagnostics

/// Which findings make a command fail.
struct FailureOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  @Option(
    help: ArgumentHelp("The severity from which on findings make the exit status 1.", valueName: "severity"))
  var failOn = Choice.error

  /// The exit status of a run: 2 where a file could not be checked, else 1 for findings that count, else 0.
  func exitStatus(of report: RunReport) -> Int32 {
    if report.files.contains(where: { $0.failure != nil }) { return 2 }
    let least: Severity
    switch failOn {
    case .never: return 0
    case .warning: least = .warning
    case .error: least = .error
    }
    return report.files.contains { $0.counts.contains { $0.severity >= least } } ? 1 : 0
  }
}

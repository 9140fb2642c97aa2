import ArgumentParser
import Submission

/// Sends validated tuning jobs to the service.
@main
struct TunekitSubmit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tunekit-submit", abstract: "Send validated tuning jobs to the service.")
}

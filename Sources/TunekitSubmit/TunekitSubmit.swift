import JSONLines
import ArgumentParser
import Reports
import Submission

/// Sends validated tuning jobs to the service: the program behind `tunekit submit`, `status`, `watch`, `cancel` and `list`.
@main
struct TunekitSubmit: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tunekit-submit",
    abstract: "Send validated tuning jobs to the service, and follow them.",
    discussion: "'tunekit submit' and so on run this program, which is the only one that uses the network.",
    version: version,
    subcommands: [Submit.self, Status.self, Watch.self, Cancel.self, List.self])

  static func main() {
    Terminal.keepStandardStreams()
    Signals.note()
    // Before there is a token in it.
    ProcessMemory.hide()
    Terminal.end(afterOutput(run()).rawValue)
  }

  /// Runs the command that the arguments select.
  private static func run() -> ExitStatus {
    do {
      var parsed = try parseAsRoot()
      guard let command = parsed as? any Command else {
        // A command that has only subcommands throws its help.
        try parsed.run()
        return .done
      }
      return perform(command)
    } catch  where exitCode(for: error) == .success {
      var output = OutputStream.standardOutput
      output.write("\(VisibleText(lines: fullMessage(for: error)))\n")
      return .done
    } catch {
      var errors = OutputStream.standardError
      let lines = message(for: error).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
      let text = lines.joined(separator: " ")
      let command = CommandLine.arguments.dropFirst().first.map { " \($0)" } ?? ""
      let isKnown = configuration.subcommands.contains { " \($0._commandName)" == command }
      errors.write(
        "tunekit-submit: \(text)\(text.hasSuffix(".") ? "" : ".") See 'tunekit\(isKnown ? command : "-submit") --help'\n"
      )
      return .trouble
    }
  }

  /// The exit status, once everything is written.
  private static func afterOutput(_ status: ExitStatus) -> ExitStatus {
    guard let failure = OutputStream.failure else { return status }
    var errors = OutputStream.standardError
    errors.write(
      "tunekit-submit: the output cannot be written (\(failure)): free some space, or write it to another place\n"
    )
    // That a job may exist, or that a signal came, counts more.
    return [.done, .failed, .running].contains(status) ? .trouble : status
  }

  private static func perform(_ command: any Command) -> ExitStatus {
    let events = Events(command.format)
    do throws(Stop) {
      return try command.perform(events)
    } catch {
      if !error.message.isEmpty { events.trouble(error.message) }
      events.event("stop") { json in
        json.member("code", error.code)
        json.member("step", events.place.step)
        json.member("key", events.place.key)
        json.member("job", events.place.job)
        json.member("message", error.message)
        json.member("exitStatus", Int(error.status.rawValue))
      }
      return error.status
    }
  }
}

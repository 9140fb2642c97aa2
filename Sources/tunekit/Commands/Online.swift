import ArgumentParser
import ByteStreams
import SystemPackage

/// The commands that use the network. Another program performs them, `tunekit-submit`, so that this one never does.
enum Online {
  /// The other program.
  static let program = "tunekit-submit"

  /// Its commands.
  static let commands: [any ParsableCommand.Type] = [
    SubmitOnline.self, StatusOnline.self, WatchOnline.self, CancelOnline.self, ListOnline.self,
  ]

  /// Becomes the other program if the arguments select one of its commands, with the arguments as they are.
  ///
  /// - Throws: ``Trouble`` if it is not installed.
  static func takeOver(_ arguments: [String]) throws(Trouble) {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let first = words.first, commands.contains(where: { $0.configuration.commandName == first }) else {
      return
    }
    // The program beside this one belongs to it; that of the search path may be another version.
    let own = RealPath.of("/proc/self/exe") ?? RealPath.of(CommandLine.arguments.first ?? "")
    let beside = own.map { WrittenFile.folder(of: $0) + program }
    for path in [beside, program].compactMap(\.self) {
      let reason = SystemCalls.become(path, [program] + arguments)
      guard reason == .noSuchFileOrDirectory || reason == .permissionDenied else {
        throw Trouble("'\(program)' cannot be run (\(reason)): install it anew")
      }
    }
    throw Trouble(
      "'tunekit \(first)' needs the program '\(program)', which is not installed: README.md, 'Submit jobs', says how to install it"
    )
  }
}

/// Submits a job: see ``Online``.
struct SubmitOnline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Upload the datasets of a tuning job, create it once, and follow it.")
}

/// Shows how a job is: see ``Online``.
struct StatusOnline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how a tuning job is now.")
}

/// Follows a job: see ``Online``.
struct WatchOnline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Follow a tuning job until it has ended.")
}

/// Cancels a job: see ``Online``.
struct CancelOnline: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Cancel a tuning job.")
}

/// Lists jobs: see ``Online``.
struct ListOnline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tuning jobs of a project in a location.")
}

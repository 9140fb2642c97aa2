import ArgumentParser
import JSONLines
import Reports

/// The entry point: parses the arguments, runs the command, writes its troubles and exits with the status of its
/// outcome.
///
/// 0 clean, 1 findings at or above `--fail-on`, 2 something could not be done.
@main
struct Tunekit: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tunekit",
    abstract: "Check Gemini tuning datasets and tuning jobs offline, before you upload them.",
    discussion: """
      The commands submit, status, watch, cancel and list use the network: the program tunekit-submit performs them, and \
      'tunekit submit --help' and so on are its help.
      """,
    version: version,
    subcommands: [
      Validate.self, Show.self, Stats.self, Plan.self, Init.self, Receipt.self, Config.self,
      Explain.self, Rules.self, Models.self, Completions.self,
    ] + Online.commands)

  static func main() {
    let outcome: Outcome
    do throws(Trouble) {
      // Before signals are ignored: the other program would not get them either.
      try Online.takeOver(Array(CommandLine.arguments.dropFirst()))
      SystemCalls.ignoreSignalsOfWrites()
      SystemCalls.explainMissingMemory()
      outcome = try perform()
    } catch {
      outcome = Outcome(error)
    }
    var errors = OutputStream.standardError
    for trouble in outcome.troubles { errors.write("tunekit: \(trouble.message)\n") }
    SystemCalls.endProgram(outcome.exitStatus.rawValue)
  }

  /// Runs the command that the arguments select.
  private static func perform() throws(Trouble) -> Outcome {
    try checkKernel()
    let words = CommandLine.arguments.dropFirst()
    if words.first == "help", let hint = Misspelling.hint(ofHelpFor: words.dropFirst(), in: Self.self) {
      throw hint
    }
    if let command = parsedAlone(words) { return try command.perform() }
    do {
      var parsed = try parseAsRoot()
      if let command = parsed as? any Command { return try command.perform() }
      // A command that has only subcommands throws its help.
      try parsed.run()
      return Outcome()
    } catch let trouble as Trouble {
      throw trouble
    } catch let help where exitCode(for: help) == .success {
      var output = OutputStream.standardOutput
      output.write("\(VisibleText(lines: fullMessage(for: help)))\n")
      return Outcome(writing: output)
    } catch {
      let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
      if let first = words.first, let hint = Misspelling.hint(of: first, commands: commands) { throw hint }
      if let hint = Misspelling.hint(ofFilesAmong: words) { throw hint }
      let lines = message(for: error).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
      let message = lines.joined(separator: " ")
      let stop = message.hasSuffix("?") || message.hasSuffix(".") ? "" : "."
      throw Trouble("\(message)\(stop) See 'tunekit --help'")
    }
  }

  /// Parses the words of a command on its own, which takes little more than half the time that it takes from the root.
  ///
  /// - Returns: nil if they are no good, or ask for help: what is said then begins at the root.
  private static func parsedAlone(_ words: ArraySlice<String>) -> (any Command)? {
    var (parsed, rest): (any ParsableCommand.Type, ArraySlice<String>) = (Self.self, words)
    while let name = rest.first,
      let next = parsed.configuration.subcommands.first(where: { $0.configuration.commandName == name })
    {
      (parsed, rest) = (next, rest.dropFirst())
    }
    guard let command = parsed as? any Command.Type else { return nil }
    return try? command.parse(Array(rest))
  }

  /// Checks that the machine supports the kernel that the environment selects.
  private static func checkKernel() throws(Trouble) {
    guard ByteKernel.inUse == nil else { return }
    let name = SystemCalls.environment("TUNEKIT_KERNEL") ?? ""
    let available = ByteKernel.available.map { "\($0)" }.joined(separator: ", ")
    throw Trouble("TUNEKIT_KERNEL is '\(name)', but this machine supports: \(available)")
  }
}

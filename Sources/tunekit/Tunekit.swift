import ArgumentParser
import JSONLines
import Reports

/// The program's entry: reads the arguments, runs the command, and decides the exit status in one place.
///
/// 0 clean, 1 findings at or above `--fail-on`, 2 the job could not be done.
@main
struct Tunekit: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tunekit",
    abstract: "Checks Gemini tuning datasets before they are uploaded: every line, every fault, offline.",
    version: version,
    subcommands: [
      Validate.self, Show.self, Plan.self, Init.self, Receipt.self, Explain.self, Rules.self, Models.self,
    ])

  static func main() {
    SystemCalls.ignoreSignalsOfWrites()
    SystemCalls.explainMissingMemory()
    do {
      try checkKernel()
      var command = try parseAsRoot()
      try command.run()
    } catch let trouble as Trouble {
      fail(trouble)
    } catch let outcome as Outcome {
      SystemCalls.exit(outcome.exitStatus)
    } catch {
      // Help and versions that were asked for are no trouble; everything else here is about the arguments.
      if exitCode(for: error) == .success { show(fullMessage(for: error)) }
      let message = message(for: error)
      let stop = message.hasSuffix("?") || message.hasSuffix(".") ? "" : "."
      fail(Trouble("\(message)\(stop) See 'tunekit --help'"))
    }
  }

  /// Looks whether the machine has the kernel that the environment asks for.
  private static func checkKernel() throws(Trouble) {
    guard ByteKernel.inUse == nil else { return }
    let name = SystemCalls.environment("TUNEKIT_KERNEL") ?? ""
    let available = ByteKernel.available.map { "\($0)" }.joined(separator: ", ")
    throw Trouble("TUNEKIT_KERNEL is '\(name)', but this machine has: \(available)")
  }

  /// Writes what the user asked the arguments' parser for, and ends the program.
  private static func show(_ text: String) -> Never {
    var output = OutputStream.standardOutput
    output.write("\(VisibleText(lines: text))\n")
    do throws(Trouble) {
      try output.finish()
    } catch {
      fail(error)
    }
    SystemCalls.exit(0)
  }

  /// Says in one line what cannot be done, and ends the program.
  private static func fail(_ trouble: Trouble) -> Never {
    var errors = OutputStream.standardError
    errors.write("tunekit: \(trouble.message)\n")
    SystemCalls.exit(2)
  }
}

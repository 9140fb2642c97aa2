import ArgumentParser
import Diagnostics

/// Arguments that do not begin with a command: what was probably meant.
enum Misspelling {
  /// What to say of the first argument; nil if it is an option or one of the commands.
  static func hint(of argument: String, commands: [String]) -> Trouble? {
    guard !argument.hasPrefix("-"), argument != "help", !commands.contains(argument) else { return nil }
    let name = argument.lowercased()
    if name.hasSuffix(".json") { return meant(argument, "plan \(argument)") }
    let isDataset = [".jsonl", ".ndjson", ".gz"].contains { name.hasSuffix($0) }
    if isDataset || argument.contains("/") || DatasetFolder.isFolder(argument) {
      return meant(argument, "validate \(argument)")
    }
    if let command = NearestName.of(argument, among: commands) { return meant(argument, command) }
    return Trouble("'\(argument)' is not a command: 'tunekit --help' lists the commands")
  }

  /// What to say of the words after `help`; nil if they are the names of commands.
  static func hint(ofHelpFor words: some Sequence<String>, in root: any ParsableCommand.Type) -> Trouble? {
    var (path, command) = ("tunekit help", root)
    for word in words where !word.hasPrefix("-") {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, word != "help" else { return nil }
      guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
        let names = commands.compactMap { $0.configuration.commandName }
        let meant = NearestName.of(word, among: names).map { "did you mean '\(path) \($0)'?" }
        return Trouble("'\(word)' is not a command: \(meant ?? "'\(path)' lists the commands")")
      }
      (path, command) = ("\(path) \(word)", next)
    }
    return nil
  }

  /// What to say if the name of a file is taken for an option; nil if no argument looks like one.
  static func hint(ofFilesAmong arguments: some Sequence<String>) -> Trouble? {
    let endings = [".json", ".jsonl", ".ndjson", ".gz"]
    let file = arguments.first { argument in
      argument.hasPrefix("-") && !argument.contains("=") && endings.contains { argument.hasSuffix($0) }
    }
    return file.map { Trouble("'\($0)' is taken for an option, because it begins with '-': write './\($0)'") }
  }

  private static func meant(_ argument: String, _ command: String) -> Trouble {
    Trouble("'\(argument)' is not a command: did you mean 'tunekit \(command)'?")
  }
}

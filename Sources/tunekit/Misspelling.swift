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

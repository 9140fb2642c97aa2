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

  private static func meant(_ argument: String, _ command: String) -> Trouble {
    Trouble("'\(argument)' is not a command: did you mean 'tunekit \(command)'?")
  }
}

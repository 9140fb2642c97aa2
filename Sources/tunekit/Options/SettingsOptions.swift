import ArgumentParser

/// Which settings file is used.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this settings file instead of the nearest .tunekit.json in the folder of a file or above.",
      valueName: "file"))
  var config: String?

  @Flag(help: "Use no settings file.")
  var isolated = false
}

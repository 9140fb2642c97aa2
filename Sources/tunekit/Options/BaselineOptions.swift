import ArgumentParser

/// Which findings are known and not shown.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show only findings that are not in this baseline. Without it, .tunekit-baseline.json beside the settings file or "
        + "in the current folder is used.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Use no baseline.")
  var noBaseline = false

  @Flag(help: "Write all findings to the baseline, so that later runs show only new ones.")
  var writeBaseline = false
}

import ArgumentParser

/// Which files and lines are checked, and when.
struct InputOptions: ParsableArguments {
  @Flag(help: "Check the *.jsonl and *.ndjson files, plain or gzipped (.gz), in folders and below them.")
  var recursive = false

  @Option(
    help: ArgumentHelp("The name of standard input in reports and for settings.", valueName: "name"))
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp(
      "Show only findings on lines that were added since this revision, as 'git diff' tells; not with --fix or --diff.",
      valueName: "revision"))
  var since: String?

  @Flag(help: "Check again whenever a file changes, until Ctrl-C.")
  var watch = false
}

import ArgumentParser
import SystemPackage

/// When text is coloured.
struct ColorOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = Choice.auto

  /// Whether standard output is coloured. `NO_COLOR` (no-color.org) applies if the option is `auto`.
  var isColored: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let noColor = SystemCalls.environment("NO_COLOR") ?? ""
      return noColor.isEmpty && SystemCalls.environment("TERM") != "dumb"
        && SystemCalls.isTerminal(.standardOutput)
    }
  }
}

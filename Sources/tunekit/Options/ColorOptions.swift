import ArgumentParser
import SystemPackage

/// When text is coloured.
struct ColorOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: ArgumentHelp("When to colour the text.", valueName: "when"))
  var color = Choice.auto

  /// Whether to colour what goes to standard output. NO_COLOR (no-color.org) counts where nobody asked for colour.
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

import ArgumentParser
import SystemPackage

/// How a command shows what it has to show.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// When text is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether to colour what goes to standard output. NO_COLOR (no-color.org) counts where nobody asked for colour.
  var isColored: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let noColor = SystemCalls.environment("NO_COLOR") ?? ""
      return noColor.isEmpty && SystemCalls.environment("TERM") != "dumb"
        && SystemCalls.isTerminal(.standardOutput)
    }
  }
}

import ArgumentParser
import SystemPackage

/// When text is coloured.
enum ColorChoice: String, Choice {
  case auto, always, never

  /// Whether standard output is coloured. `NO_COLOR` (no-color.org) applies to `auto`.
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

import Diagnostics

/// Colours text by the oldest escape sequences, which every terminal knows, or leaves it as it is.
struct TerminalStyle: Sendable {
  /// A way in which text looks different; the number is that of the escape sequence.
  enum Ink: Int {
    case bold = 1
    case dim = 2
    case red = 31
    case yellow = 33
    case cyan = 36

    /// The colour of a severity.
    init(_ severity: Severity) {
      switch severity {
      case .info: self = .cyan
      case .warning: self = .yellow
      case .error: self = .red
      }
    }
  }

  /// Whether anything is coloured at all.
  let isColored: Bool

  /// What turns inks on; nothing where there are no colours.
  func opening(_ inks: Ink...) -> VisibleText {
    isColored ? "\u{1B}[\(VisibleText(inks.map { String($0.rawValue) }.joined(separator: ";")))m" : ""
  }

  /// What turns all inks off.
  var closing: VisibleText { isColored ? "\u{1B}[0m" : "" }

  /// The text between the sequences that turn the inks on and all of them off.
  func paint(_ text: VisibleText, _ inks: Ink...) -> VisibleText {
    guard isColored, !text.description.isEmpty else { return text }
    return "\u{1B}[\(inks.map { String($0.rawValue) }.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

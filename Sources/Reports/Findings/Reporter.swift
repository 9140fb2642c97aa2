public import Diagnostics

/// A form in which a run is shown, such as text or JSON.
public protocol Reporter: Sendable {
  /// Writes the run: what was found, and the numbers.
  func write(_ report: RunReport, to output: inout some VisibleOutput)
}

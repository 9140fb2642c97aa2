import JSONLines

/// An example with its line and what it is held against: all that a rule about an example looks at.
///
///     static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings)
///
/// It is reused from line to line, as its example is.
struct ExampleContext: ~Copyable {
  /// The example that was read last, as places in its line.
  var example = TrainingExample()
  /// The line of the example.
  var line = LineBytes.empty
  /// What the service requires.
  let requirements: DatasetRequirements

  init(_ requirements: DatasetRequirements) { self.requirements = requirements }
}

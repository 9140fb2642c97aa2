import Diagnostics

/// What the rules found in a job, before it is known how it shows.
struct JobFindings: Sendable {
  /// A finding.
  struct Item: Sendable {
    let code: RuleCode
    let severity: Severity
    /// Where it is in the file, in bytes; nil if it is about the job as a whole.
    let range: Range<Int>?
    /// What fills the placeholders of the rule's message and remedy.
    let arguments: [String]
  }

  private(set) var items: [Item] = []
  private var counts: [RuleCode: Int] = [:]

  /// How many findings of a rule there are.
  func count<Found: Rule>(of rule: Found.Type) -> Int { counts[Found.description.code] ?? 0 }

  /// Notes what a rule found.
  ///
  /// - Parameter severity: the rule's second severity, where the finding has that.
  mutating func report<Found: Rule>(
    _ rule: Found.Type, at range: Range<Int>?, as severity: Severity? = nil, _ arguments: String...
  ) {
    let description = Found.description
    counts[description.code, default: 0] += 1
    items.append(
      Item(
        code: description.code, severity: severity ?? description.severity, range: range,
        arguments: arguments))
  }

  /// Notes a fault of JSON, which is the only finding then.
  mutating func report(_ code: RuleCode, _ severity: Severity, at range: Range<Int>, _ arguments: [String]) {
    items = [Item(code: code, severity: severity, range: range, arguments: arguments)]
  }
}

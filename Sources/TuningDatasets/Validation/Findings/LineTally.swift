import Diagnostics

/// How many findings of a rule a line has.
struct LineTally {
  /// How many are stored.
  var stored: Int32 = 0
  /// Where the last of those in the line is.
  var lastOffset = 0
  /// Findings that are not stored, and the greatest severity among them.
  private(set) var others: Int32 = 0
  private(set) var severity = Severity.info
  private(set) var errors: Int32 = 0
  /// Whether no more findings of the rule are stored, in this line and the next ones.
  var isFull = false

  /// Counts a finding that is not stored.
  mutating func addOther(_ severity: Severity) {
    others += 1
    self.severity = max(self.severity, severity)
    if severity == .error { errors += 1 }
  }

  /// Forgets a finding that is stored.
  mutating func removeStored() {
    stored -= 1
    if stored == 0 { lastOffset = 0 }
  }

  /// Forgets the line's findings.
  mutating func clear() {
    let isFull = isFull
    self = LineTally()
    self.isFull = isFull
  }
}

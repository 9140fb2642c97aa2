import Diagnostics

/// What is shown at once of the findings of a file: one of them, or several that are one mistake repeated.
struct FindingGroup {
  /// The finding, or the first of them.
  let first: Finding
  /// How many there are.
  let findings: Int
  /// How many lines they are in.
  let lines: Int
  /// The lines of the file that are examples.
  let examples: Int
  /// The places of the first of them.
  let places: [Location]

  /// A finding alone.
  init(_ finding: Finding) {
    first = finding
    (findings, lines, examples) = (1, 1, 1)
    places = finding.location.map { [$0] } ?? []
  }

  /// Findings with the same cause, in a file.
  init(_ cause: RootCause, in file: FileReport) {
    first = cause.first
    (findings, lines, examples) = (cause.findings, cause.lines, file.examples)
    places = cause.places
  }

  /// How many there are, and where the first of them are: `12,000 times in 11,990 lines (99.9 %): 2:89, 3:89, 4:91, …`.
  /// Nil for a finding alone.
  var number: String? {
    if findings == 1 { return nil }
    return "\(times): \(placesInWords)"
  }

  /// `12,000 times in 11,990 lines (99.9 %)`.
  var times: String {
    let lines = "\(Quantity.count(findings, "time")) in \(Quantity.count(lines, "line"))"
    return examples > 0 ? "\(lines) (\(Quantity.share(self.lines, of: examples)))" : lines
  }

  /// `2:89, 3:89, 4:91, …`.
  var placesInWords: String {
    let places = places.map { "\($0.line):\($0.column)" }.joined(separator: ", ")
    return findings > self.places.count ? places + ", …" : places
  }
}

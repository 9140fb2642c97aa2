import Diagnostics
import JSONLines

/// The first example with media of each media resolution.
struct MediaResolutions: Observation {
  /// A resolution that a file has, and the finding that its first example would be; the finding's argument is its name.
  struct Found: Sendable {
    let level: MediaResolution.Level
    let finding: Finding
  }

  private var low = FirstPlace()
  private var medium = FirstPlace()
  private var high = FirstPlace()

  @inline(__always)
  private func isKnown(_ level: MediaResolution.Level) -> Bool {
    switch level {
    case .low: low.isKnown
    case .medium: medium.isKnown
    case .high: high.isKnown
    }
  }

  /// Takes an example with media.
  @inline(__always)
  mutating func note(_ resolution: MediaResolution, in line: LineBytes, number: Int, offset: Int) {
    if !isKnown(resolution.level) { noteFirst(resolution, in: line, number: number, offset: offset) }
  }

  @inline(never)
  private mutating func noteFirst(
    _ resolution: MediaResolution, in line: LineBytes, number: Int, offset: Int
  ) {
    // A value that is not given is at the example.
    let range = resolution.range ?? line.afterSpace(from: 0)..<line.afterSpace(from: 0) + 1
    let item = LineFindings.Item(
      MixedMediaResolution.self, at: range.lowerBound, length: range.count, .literal(resolution.name))
    switch resolution.level {
    case .low: low.note(item, in: line, number: number, offset: offset)
    case .medium: medium.note(item, in: line, number: number, offset: offset)
    case .high: high.note(item, in: line, number: number, offset: offset)
    }
  }

  mutating func begin(behind earlier: MediaResolutions) {
    low.begin(behind: earlier.low)
    medium.begin(behind: earlier.medium)
    high.begin(behind: earlier.high)
  }

  mutating func append(_ next: MediaResolutions, behind lines: Int, _ settings: RuleSettings) {
    low.append(next.low, behind: lines)
    medium.append(next.medium, behind: lines)
    high.append(next.high, behind: lines)
  }

  /// The resolutions in the order in which they occur.
  var found: [Found] {
    let places = [(MediaResolution.Level.low, low), (.medium, medium), (.high, high)]
    let found = places.compactMap { level, place in place.finding.map { Found(level: level, finding: $0) } }
    return found.sorted { ($0.finding.location?.byteOffset ?? 0) < ($1.finding.location?.byteOffset ?? 0) }
  }

  /// Reports the first example of each resolution but that of the first.
  func conclude(_ file: ConcludedLines, to ledger: inout FindingLedger) {
    let found = found
    guard let first = found.first else { return }
    for other in found.dropFirst() {
      ledger.add(other.finding(beside: first, of: nil, in: "the examples before it"))
    }
  }
}

extension MediaResolutions.Found {
  /// The finding that this resolution is another than that of other examples.
  ///
  /// - Parameters:
  ///   - path: the other examples' file; nil if it is the same.
  ///   - examples: what the others are called in a sentence.
  func finding(beside other: MediaResolutions.Found, of path: String?, in examples: String) -> Finding {
    let related = other.finding.location.map {
      RelatedPlace(path: path, location: $0, message: "the first example with another media resolution")
    }
    return finding.with(
      arguments: [finding.arguments[0], other.finding.arguments[0], examples],
      related: related.map { [$0] } ?? [])
  }
}

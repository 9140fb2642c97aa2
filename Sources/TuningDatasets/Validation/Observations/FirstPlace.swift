import Diagnostics
import JSONLines

/// The first place of something that is reported once for a file.
struct FirstPlace: Sendable, Codable {
  /// The finding there; nil without such a place, or if it is in an earlier part of the file.
  private(set) var finding: Finding?
  /// Whether this part of the file or an earlier one has such a place.
  private(set) var isKnown = false

  /// Begins a part of the file somewhere after the one that `earlier` is of.
  mutating func begin(behind earlier: FirstPlace) {
    finding = nil
    isKnown = earlier.isKnown
  }

  /// Takes a place, unless there was one before.
  mutating func note(_ item: LineFindings.Item, in line: LineBytes, number: Int, offset: Int) {
    if isKnown { return }
    isKnown = true
    // Which line is the first is chance, so it tells nothing.
    finding = Finding(item, in: line, number: number, offset: offset)
      .with(fingerprint: Fingerprint(item.code))
  }

  /// Adds the place of the part that follows, after so many lines.
  mutating func append(_ next: FirstPlace, behind lines: Int) {
    guard !isKnown, let found = next.finding else { return }
    isKnown = true
    finding = found.moved(behind: lines)
  }
}

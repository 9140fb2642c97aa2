import Diagnostics

/// Findings that are known, so that a run shows only new ones.
///
/// They are recognized by the rule and the content of the line, wherever the line is now. A finding about a whole file or
/// dataset is recognized by its rule alone.
public struct Baseline: Sendable, Equatable {
  /// Findings of a rule with the same fingerprint.
  struct Entry: Sendable, Equatable {
    let fingerprint: UInt64
    let code: UInt16
    /// How many of them are known.
    var count: UInt32

    /// Whether it belongs before another: by code, then by fingerprint.
    func isBefore(_ other: Entry) -> Bool { (code, fingerprint) < (other.code, other.fingerprint) }

    /// Whether another is about the same findings.
    func isSame(as other: Entry) -> Bool { code == other.code && fingerprint == other.fingerprint }
  }

  /// The name under which a baseline is found.
  public static let fileName = ".tunekit-baseline.json"
  /// The version of the file's form.
  public static let schemaVersion = 1
  /// The longest file in bytes.
  public static let maximumFileBytes = 1 << 27
  /// The most entries of a file.
  public static let maximumEntries = 4_000_000

  /// The entries in their order, all different.
  private(set) var entries: ContiguousArray<Entry>

  /// How many entries there are.
  public var count: Int { entries.count }

  /// Takes entries that are in their order and all different.
  init(_ entries: ContiguousArray<Entry>) { self.entries = entries }

  /// The index of the entry for a finding; nil if the finding is not known. O(log n).
  func index(of finding: Finding) -> Int? {
    let wanted = Entry(finding, count: 0)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].isBefore(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].isSame(as: wanted) ? low : nil
  }

  /// Whether a finding can be in a baseline. If it keeps all of a file from being examined, it cannot: nobody knows what
  /// else is in the file.
  static func takes(_ finding: Finding, in book: RuleBook) -> Bool {
    !(finding.isAboutFile && book.rule(finding.code)?.cannotBeUnselected == true)
  }
}

extension Baseline.Entry {
  /// The entry for a finding.
  init(_ finding: Finding, count: Int) {
    fingerprint = finding.fingerprint.value
    code = UInt16(truncatingIfNeeded: finding.code.number)
    self.count = UInt32(clamping: count)
  }
}

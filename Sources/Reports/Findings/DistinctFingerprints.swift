import Diagnostics

/// Makes fingerprints that differ within a report: equal findings in equal lines have the same one otherwise.
struct DistinctFingerprints {
  private var counts: [String: Int] = [:]

  /// The fingerprint of a finding and how many of the same went before, such as `64ebab06dc785a81:2`.
  mutating func next(_ fingerprint: Fingerprint) -> String {
    let text = fingerprint.description
    let number = counts[text, default: 0] + 1
    counts[text] = number
    return "\(text):\(number)"
  }

  /// The same for a file, in hexadecimal digits alone.
  mutating func next(_ fingerprint: Fingerprint, in path: String) -> String {
    let text = fingerprint.description + Fingerprint.digest(of: path).description
    let number = counts[text, default: 0] + 1
    counts[text] = number
    return number == 1 ? text : text + String(number, radix: 16)
  }
}

extension Fingerprint {
  /// The number of a path.
  fileprivate static func digest(of path: String) -> Fingerprint { Fingerprint("TK001", pointer: path) }
}

import Diagnostics

/// Makes fingerprints that differ within a report: equal findings in equal lines have the same one otherwise.
struct DistinctFingerprints {
  // There may be millions.
  private var counts: [UInt64: UInt32] = [:]

  /// The fingerprint of a finding and how many of the same went before, such as `64ebab06dc785a81:2`.
  mutating func next(_ fingerprint: Fingerprint) -> String {
    "\(fingerprint):\(number(of: fingerprint.value))"
  }

  /// The same for a file, in hexadecimal digits alone.
  mutating func next(_ fingerprint: Fingerprint, in path: String) -> String {
    let digest = Fingerprint.digest(of: path)
    let number = number(of: Fingerprint.hash(fingerprint.value, digest.value))
    return "\(fingerprint)\(digest)\(number == 1 ? "" : String(number, radix: 16))"
  }

  /// How many with this key there are so far, with this one. Keys that are equal by chance only make numbers greater.
  private mutating func number(of key: UInt64) -> UInt32 {
    counts[key, default: 0] += 1
    return counts[key, default: 0]
  }
}

extension Fingerprint {
  /// The number of a path.
  fileprivate static func digest(of path: String) -> Fingerprint { Fingerprint("TK001", pointer: path) }
}

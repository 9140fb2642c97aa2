/// Finds the name that somebody probably meant.
///
/// Case, underscores and hyphens do not count, but of names that are equally near otherwise, the one that is
/// written more alike is nearer, and of those the first.
public enum NearestName {
  /// The name that was meant; nil if none is so near that slips of the pen would explain the difference:
  /// one in three letters.
  ///
  /// - Parameters:
  ///   - written: what was written.
  ///   - names: the names that are known.
  ///   - aliases: words for which one of the names is here; such a word is known only where it is
  ///     written without a slip.
  public static func of(
    _ written: String, among names: some Sequence<String>, aliases: [String: String] = [:]
  ) -> String? {
    let written = Spelling(written)
    if let alias = aliases.first(where: { Spelling.folded($0.key, is: written.folded) }) {
      return alias.value
    }
    return nearest(to: written, among: names.lazy.map(Spelling.init), slips: written.folded.count / 3)
  }

  /// The nearest name, however far it is; nil only where there are no names.
  ///
  /// An ending in common means more than letters in common: `LOW` is meant for `MEDIA_RESOLUTION_LOW`.
  public static func closest(to written: String, among names: some Sequence<String>) -> String? {
    let written = Spelling(written)
    let names = names.map(Spelling.init)
    let ending = written.folded[...]
    let endings = names.filter { ending.count > 1 && $0.folded.suffix(ending.count) == ending }
    return nearest(to: written, among: endings.isEmpty ? names : endings, slips: .max)
  }

  /// A name, as it is written and without what does not count.
  private struct Spelling {
    let name: String
    let bytes: [UInt8]
    let folded: [UInt8]

    init(_ name: String) {
      self.name = name
      bytes = Array(name.utf8)
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      for byte in bytes { if let byte = Self.fold(byte) { folded.append(byte) } }
      self.folded = folded
    }

    /// A byte without what does not count; nil if the byte does not count.
    private static func fold(_ byte: UInt8) -> UInt8? {
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") { return nil }
      return byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    /// Whether a name is the same without what does not count.
    static func folded(_ name: String, is folded: [UInt8]) -> Bool {
      var next = 0
      for byte in name.utf8 {
        guard let byte = fold(byte) else { continue }
        guard next < folded.count, folded[next] == byte else { return false }
        next += 1
      }
      return next == folded.count
    }
  }

  private static func nearest(
    to written: Spelling, among names: some Sequence<Spelling>, slips: Int
  ) -> String? {
    let most = max(1, slips)
    var nearest: (name: String, distance: (folded: Int, exact: Int))?
    for candidate in names where abs(candidate.folded.count - written.folded.count) <= most {
      let folded = distance(written.folded, candidate.folded)
      guard folded <= nearest?.distance.folded ?? most else { continue }
      let distance = (folded, distance(written.bytes, candidate.bytes))
      if distance < nearest?.distance ?? (.max, .max) { nearest = (candidate.name, distance) }
    }
    return nearest?.name
  }

  /// How many bytes must be added, taken out, changed or swapped with their neighbour.
  ///
  /// - Complexity: O(n · m) in time, O(m) in memory.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = beforeLast
    for (row, byte) in left.enumerated() {
      current[0] = row + 1
      for column in right.indices {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (byte == right[column] ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[right.count]
  }
}

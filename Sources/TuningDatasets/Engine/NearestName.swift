/// Finds the name that somebody probably meant.
enum NearestName {
  /// The name within a few edits; nil where none is near enough to be meant.
  static func of(_ written: [UInt8], among names: [String]) -> String? {
    let nearest = closest(to: written, among: names)
    // A third of the letters may be wrong, and case and underscores do not count.
    return distance(folded(written), folded(Array(nearest.utf8))) <= max(1, written.count / 3) ? nearest : nil
  }

  /// The name with the fewest edits, the first of several.
  static func closest(to written: [UInt8], among names: [String]) -> String {
    let written = folded(written)
    // An ending in common means more than letters in common: "LOW" is meant for "MEDIA_RESOLUTION_LOW".
    let endings = names.filter {
      written.count > 1 && folded(Array($0.utf8)).suffix(written.count) == written[...]
    }
    let candidates = endings.isEmpty ? names : endings
    return candidates.min {
      distance(written, folded(Array($0.utf8))) < distance(written, folded(Array($1.utf8)))
    }
      ?? ""
  }

  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map {
      $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0
    }
  }

  /// How many bytes must be added, taken out, changed or swapped with their neighbour. O(n·m), for short names.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (byte == right[column] ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

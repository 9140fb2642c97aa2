/// Reads the added lines from what `git diff -U0` writes, piece by piece, whatever is in the lines.
///
///     @@ -3,0 +4,2 @@        lines 4 and 5 were added
struct HunkReader {
  /// The ranges of lines that were added.
  private(set) var added: [Range<Int>] = []
  /// The first bytes of the line that is being read.
  private var beginning: [UInt8] = []

  /// More than the numbers of a hunk take.
  private static let most = 100

  /// Begins without hunks.
  init() {}

  /// Reads the next bytes.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A {
        endLine()
      } else if beginning.count < Self.most {
        beginning.append(byte)
      }
    }
  }

  private mutating func endLine() {
    defer { beginning.removeAll(keepingCapacity: true) }
    // Lines of the file begin with a plus or a minus.
    guard beginning.starts(with: "@@ ".utf8) else { return }
    let words = String(decoding: beginning, as: UTF8.self).split(separator: " ")
    guard words.count > 2, words[2].first == "+" else { return }
    let numbers = words[2].dropFirst().split(separator: ",").map { Int($0) ?? 0 }
    guard let first = numbers.first else { return }
    let count = numbers.count > 1 ? numbers[1] : 1
    if count > 0 { added.append(first..<first + count) }
  }
}

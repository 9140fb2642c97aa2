import JSONLines

/// A key without what does not count in a name: case, underscores and hyphens.
struct FoldedName {
  private var bytes = InlineArray<32, UInt8>(repeating: 0)
  private var count = 0

  /// Folds a key; nil for one that is longer than any name. One with escapes keeps them, so that it is near no name.
  init?(_ key: StringToken, in line: LineBytes) {
    for offset in key.start..<key.end {
      let byte = line[offset]
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") { continue }
      guard count < bytes.count else { return nil }
      bytes[count] = Self.folded(byte)
      count += 1
    }
  }

  /// Whether the key is a name but for its case and for one letter that is missing, superfluous, wrong, or swapped with
  /// the next.
  func isSlip(of name: [UInt8]) -> Bool {
    guard abs(count - name.count) <= 1 else { return false }
    let shorter = min(count, name.count)
    var before = 0
    while before < shorter, bytes[before] == Self.folded(name[before]) { before += 1 }
    var after = 0
    while after < shorter - before, bytes[count - 1 - after] == Self.folded(name[name.count - 1 - after]) {
      after += 1
    }
    if count != name.count { return before + after == shorter }
    switch shorter - before - after {
    case 0, 1: return true
    case 2:
      return bytes[before] == Self.folded(name[before + 1]) && bytes[before + 1] == Self.folded(name[before])
    default: return false
    }
  }

  /// A letter from A to Z in lower case; any other byte as it is.
  private static func folded(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}

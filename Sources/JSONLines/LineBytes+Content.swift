/// Strings by their content, however it is written.
extension LineBytes {
  /// A hash of the content of a string. O(n).
  package func contentHash(of string: StringToken, seed: UInt64) -> UInt64 {
    var hash = seed
    var offset = string.start
    while offset < string.end {
      let word = word(ofFirst: string.end - offset, at: offset)
      if word.hasBackslash { return hashOfScalars(of: string, seed: seed) }
      hash = Self.mix(word, hash)
      offset &+= 8
    }
    return Self.mix(UInt64(string.count), hash)
  }

  @inline(never)
  private func hashOfScalars(of string: StringToken, seed: UInt64) -> UInt64 {
    var hash = seed
    var word: UInt64 = 0
    var count = 0
    for (scalar, _) in scalars(of: string) {
      for byte in scalar.utf8 {
        word |= UInt64(byte) << UInt64(8 * (count & 7))
        count += 1
        if count & 7 == 0 { (hash, word) = (Self.mix(word, hash), 0) }
      }
    }
    if count & 7 != 0 { hash = Self.mix(word, hash) }
    return Self.mix(UInt64(count), hash)
  }

  /// A hash of bytes as they are. O(length of the range).
  package func hash(of range: Range<Int>, seed: UInt64) -> UInt64 {
    var hash = seed
    for offset in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      hash = Self.mix(word(ofFirst: range.upperBound - offset, at: offset), hash)
    }
    return Self.mix(UInt64(range.count), hash)
  }

  @inline(__always)
  private static func mix(_ word: UInt64, _ hash: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// Whether a string has the same content as another one, which may be in another line. O(n).
  package func content(
    of string: StringToken, isThatOf other: StringToken, in otherLine: LineBytes
  ) -> Bool {
    if areSameBytes(string, other, in: otherLine) { return true }
    // Escapes are what else can make them equal.
    guard string.traits.union(other.traits).contains(.hasEscape) else { return false }
    var hasBackslash = false
    for offset in stride(from: 0, to: max(string.count, other.count), by: 8) {
      let left = word(ofFirst: max(0, string.count - offset), at: min(string.start + offset, string.end))
      let right = otherLine.word(
        ofFirst: max(0, other.count - offset), at: min(other.start + offset, other.end))
      if left.hasBackslash || right.hasBackslash { hasBackslash = true }
    }
    return hasBackslash && scalars(of: string, areThoseOf: other, in: otherLine)
  }

  @inline(__always)
  private func areSameBytes(_ string: StringToken, _ other: StringToken, in otherLine: LineBytes) -> Bool {
    guard string.count == other.count else { return false }
    var length = string.count
    var (offset, otherOffset) = (string.start, other.start)
    while length > 0 {
      guard word(ofFirst: length, at: offset) == otherLine.word(ofFirst: length, at: otherOffset) else {
        return false
      }
      length &-= 8
      offset &+= 8
      otherOffset &+= 8
    }
    return true
  }

  @inline(never)
  private func scalars(
    of string: StringToken, areThoseOf other: StringToken, in otherLine: LineBytes
  ) -> Bool {
    var others = otherLine.scalars(of: other)
    for (scalar, _) in scalars(of: string) where others.next()?.scalar != scalar { return false }
    return others.next() == nil
  }

  /// Whether bytes are the same as those of all of another line. O(length of the range).
  package func bytes(in range: Range<Int>, areThoseOf other: LineBytes) -> Bool {
    guard range.count == other.count else { return false }
    for offset in stride(from: 0, to: other.count, by: 8) {
      let length = other.count - offset
      guard word(ofFirst: length, at: range.lowerBound + offset) == other.word(ofFirst: length, at: offset)
      else { return false }
    }
    return true
  }
}

extension UInt64 {
  /// Whether one of the eight bytes is a backslash.
  fileprivate var hasBackslash: Bool {
    // A byte that is a backslash becomes zero, and a zero borrows from its highest bit.
    let others = self ^ 0x5C5C_5C5C_5C5C_5C5C
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080 != 0
  }
}

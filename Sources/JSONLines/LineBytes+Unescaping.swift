extension LineBytes {
  /// The content of a string, escapes resolved, as UTF-8. O(n).
  public func unescaped(_ token: StringToken) -> [UInt8] {
    guard token.traits.contains(.hasEscape) else { return bytes(in: token.start..<token.end) }
    var content: [UInt8] = []
    unescape(token, into: &content)
    return content
  }

  /// Appends the content of a string, escapes resolved, as UTF-8. O(n).
  package func unescape(_ token: StringToken, into content: inout [UInt8]) {
    var offset = token.start
    while offset < token.end {
      let byte = self[offset]
      guard byte == UInt8(ascii: "\\") else {
        content.append(byte)
        offset += 1
        continue
      }
      let (scalar, length) = scalarOrByte(at: offset)
      if let scalar { content.append(contentsOf: scalar.utf8) } else { content.append(byte) }
      offset += length
    }
  }

  /// The scalar that is written at an offset of a string, raw or escaped, and how many bytes it takes; nil for a byte
  /// that is not UTF-8 or an invalid escape, which take one.
  @usableFromInline
  func scalarOrByte(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let byte = self[offset]
    if byte == UInt8(ascii: "\\") { return escapedScalar(at: offset) }
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = lengthOfScalar(at: offset)
    guard length > 0 else { return (nil, 1) }
    var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
    return (Unicode.Scalar(value), length)
  }

  /// Whether a string is `text` once escapes are resolved. O(length of the text).
  public func string(_ token: StringToken, equals text: String) -> Bool {
    guard token.traits.contains(.hasEscape) || token.count == text.utf8.count else { return false }
    return scalars(of: token).equals(text)
  }

  /// Whether the strings whose contents begin at two offsets are the same once escapes are resolved. O(n).
  func stringsAreEqual(_ first: Int, _ second: Int) -> Bool {
    var first = first
    var second = second
    let quote = UInt8(ascii: "\"")
    while self[first] != quote && self[second] != quote {
      let (left, leftLength) = scalarOrByte(at: first)
      let (right, rightLength) = scalarOrByte(at: second)
      guard left == right, left != nil || self[first] == self[second] else { return false }
      first += leftLength
      second += rightLength
    }
    return self[first] == quote && self[second] == quote
  }

  private func escapedScalar(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    switch self[offset + 1] {
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"): break
    case let other: return other == 0x0A ? (nil, 1) : (Unicode.Scalar(other), 2)
    }
    guard let unit = codeUnit(at: offset + 2) else { return (nil, 1) }
    guard UTF16.isLeadSurrogate(unit), self[offset + 6] == UInt8(ascii: "\\"),
      self[offset + 7] == UInt8(ascii: "u"),
      let trail = codeUnit(at: offset + 8), UTF16.isTrailSurrogate(trail)
    else { return (Unicode.Scalar(unit), Unicode.Scalar(unit) == nil ? 1 : 6) }
    return (Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF), 12)
  }

  /// The value of four hexadecimal digits; nil if one of them is invalid.
  private func codeUnit(at offset: Int) -> UInt16? {
    // Four digits at a time: the first is in the lowest byte.
    let digits = UInt32(truncatingIfNeeded: word(at: offset))
    // The highest bit of a byte tells whether it is from 0 to 9, and from A to F or a to f.
    let number = digits ^ 0x3030_3030
    let letter = (digits | 0x2020_2020) ^ 0x6060_6060
    let isASCII = ~digits & 0x8080_8080
    let isDigit =
      ~((number & 0x7F7F_7F7F) + 0x7676_7676)
      | ((letter & 0x7F7F_7F7F) + 0x7F7F_7F7F) & ~((letter & 0x7F7F_7F7F) + 0x7979_7979)
    guard isASCII & isDigit == 0x8080_8080 else { return nil }
    let nibbles = (digits & 0x0F0F_0F0F) + (digits & 0x4040_4040) >> 6 * 9
    let unit = nibbles << 12 & 0xF000 | nibbles & 0xF00 | nibbles >> 12 & 0xF0 | nibbles >> 24 & 0xF
    return UInt16(truncatingIfNeeded: unit)
  }
}

extension StringToken {
  /// The string's beginning, at most so many bytes of it and a character more: never a part of one. O(length).
  public func prefix(_ length: Int, of line: LineBytes) -> StringToken {
    guard count > length else { return self }
    var end = start
    while end - start < length { end += max(1, line.scalarOrByte(at: end).length) }
    return StringToken(start: start, end: min(end, self.end), traits: traits)
  }
}

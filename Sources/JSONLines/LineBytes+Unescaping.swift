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
    var unit: UInt16 = 0
    for index in offset..<offset + 4 {
      let byte = self[index]
      // Letters differ from small ones by the bit 0x20, which digits have.
      switch byte | 0x20 {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where byte & 0x20 != 0: unit = unit << 4 | UInt16(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16((byte & 0xF) + 9)
      default: return nil
      }
    }
    return unit
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

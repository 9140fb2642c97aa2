// What faults need is made of the line and a place in it alone, and never inlined: the reader's fast paths stay short.

extension LineBytes {
  /// The fault of the byte at an offset, where `expectation` is expected.
  @inline(never) @usableFromInline
  func fault(expecting expectation: JSONFault.Expectation, at offset: Int) -> JSONFault {
    let byte = self[offset]
    let expectation = expectation == .value && isBehindBracket(offset) ? .valueOrArrayEnd : expectation
    if offset == count { return JSONFault(.unexpected(expectation), at: textEnd) }
    if byte >= 0x80 {
      let length = lengthOfScalar(at: offset)
      if length == 0 { return invalidUTF8(at: offset) }
      if hasByteOrderMark(at: offset) { return JSONFault(.byteOrderMark, at: offset, length: 3) }
      return JSONFault(.unexpected(expectation), at: offset, length: length)
    }
    if let dialect = dialect(where: expectation, at: offset) { return dialect }
    return JSONFault(.unexpected(expectation), at: offset)
  }

  /// Whether what is at an offset is the first of an array.
  private func isBehindBracket(_ offset: Int) -> Bool {
    var before = offset - 1
    while before > 0, self[before] == 0x20 || self[before] == 0x09 || self[before] == 0x0D { before -= 1 }
    return before >= 0 && self[before] == UInt8(ascii: "[")
  }

  /// The fault where a key is expected.
  @inline(never) @usableFromInline
  func faultAtKey(isFirst: Bool, at offset: Int) -> JSONFault {
    if isFirst { return fault(expecting: .keyOrObjectEnd, at: offset) }
    return self[offset] == UInt8(ascii: "}")
      ? faultBehindComma(before: offset) : fault(expecting: .key, at: offset)
  }

  /// The fault of a comma with a closing bracket after it, which is at an offset.
  @inline(never) @usableFromInline
  func faultBehindComma(before offset: Int) -> JSONFault {
    var comma = offset - 1
    while comma > 0 && self[comma] != UInt8(ascii: ",") { comma -= 1 }
    return JSONFault(.trailingComma, at: comma)
  }

  /// The fault of what is after the line's value.
  @inline(never)
  func faultBehindValue(at offset: Int) -> JSONFault {
    switch self[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      return JSONFault(.severalValues, at: offset)
    case UInt8(ascii: ","):
      var next = offset + 1
      while self[next] == 0x20 || self[next] == 0x09 || self[next] == 0x0D { next += 1 }
      return next == count ? JSONFault(.trailingComma, at: offset) : fault(expecting: .lineEnd, at: offset)
    default:
      return fault(expecting: .lineEnd, at: offset)
    }
  }

  /// The fault of a key that its object has already, by the offset of its content.
  @inline(never)
  public func duplicateKey(at start: Int) -> JSONFault {
    JSONFault(.duplicateKey, at: start - 1, length: scanString(from: start).end - start + 2)
  }

  /// The fault at which the scan of a string stopped.
  @inline(never)
  func fault(ofString stop: UInt32, at end: Int) -> JSONFault {
    switch stop {
    case 1:
      return end >= textEnd
        ? JSONFault(.unexpected(.closingQuote), at: textEnd) : JSONFault(.controlCharacter, at: end)
    case 2:
      // A backslash at the line's end: the line is cut, and that is its fault.
      if end + 1 >= textEnd { return JSONFault(.unexpected(.escape), at: textEnd) }
      let length = lengthOfScalar(at: end + 1)
      return length == 0
        ? invalidUTF8(at: end + 1) : JSONFault(.unexpected(.escape), at: end, length: 1 + length)
    case 3: return JSONFault(.unexpected(.hexadecimalDigits), at: end, length: 2)
    case 4: return JSONFault(.loneSurrogate, at: end, length: 6)
    default: return invalidUTF8(at: end)
    }
  }

  /// The bytes that are not UTF-8: the first one and what it leads on to.
  private func invalidUTF8(at offset: Int) -> JSONFault {
    let expected = self[offset] >= 0xF0 ? 4 : self[offset] >= 0xE0 ? 3 : self[offset] >= 0xC0 ? 2 : 1
    var length = 1
    while length < expected, self[offset + length] & 0xC0 == 0x80 { length += 1 }
    return JSONFault(.invalidUTF8, at: offset, length: length)
  }

  /// The fault of `NaN`, `Infinity` or `-Infinity`, from its sign on.
  func nonFinite(from start: Int) -> JSONFault {
    let word = self[start] == UInt8(ascii: "-") ? start + 1 : start
    return JSONFault(.nonFiniteNumber, at: start, length: word + lengthOfNonFinite(at: word) - start)
  }

  /// The length of a word at an offset that stands for a number that is not finite; 0 without such a word.
  func lengthOfNonFinite(at offset: Int) -> Int {
    for word in ["Infinity", "NaN", "inf", "nan"] as [StaticString] where hasWord(word, at: offset) {
      return word.utf8CodeUnitCount
    }
    return 0
  }

  /// Another language's way of writing at an offset, where a value, a key or a separator is expected.
  private func dialect(where expectation: JSONFault.Expectation, at offset: Int) -> JSONFault? {
    let byte = self[offset]
    let next = self[offset + 1]
    if byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "/") && (next == UInt8(ascii: "/") || next == UInt8(ascii: "*"))
    {
      return JSONFault(.dialect(.comment), at: offset, length: byte == UInt8(ascii: "#") ? 1 : 2)
    }
    switch expectation {
    case .value, .valueOrArrayEnd: return dialectOfValue(at: offset)
    case .key, .keyOrObjectEnd:
      if byte == UInt8(ascii: "'") { return JSONFault(.dialect(.singleQuotes), at: offset) }
      let length = lengthOfIdentifier(at: offset)
      return length > 0 ? JSONFault(.dialect(.unquotedKey), at: offset, length: length) : nil
    default: return nil
    }
  }

  private func dialectOfValue(at offset: Int) -> JSONFault? {
    switch self[offset] {
    case UInt8(ascii: "'"): return JSONFault(.dialect(.singleQuotes), at: offset)
    case UInt8(ascii: "I"), UInt8(ascii: "N"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "T"),
      UInt8(ascii: "F"), UInt8(ascii: "u"):
      break
    default: return nil
    }
    if lengthOfNonFinite(at: offset) > 0 { return nonFinite(from: offset) }
    for literal in ["True", "False", "None"] as [StaticString] where hasWord(literal, at: offset) {
      return JSONFault(.dialect(.pythonLiteral), at: offset, length: literal.utf8CodeUnitCount)
    }
    if hasWord("undefined", at: offset) { return JSONFault(.dialect(.undefined), at: offset, length: 9) }
    return nil
  }

  /// Whether U+FEFF is at an offset.
  func hasByteOrderMark(at offset: Int) -> Bool {
    self[offset] == 0xEF && self[offset + 1] == 0xBB && self[offset + 2] == 0xBF
  }

  /// Whether a word is at an offset, and ends there.
  private func hasWord(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard lengthOfIdentifier(at: offset) == length else { return false }
    return bytes(in: offset..<offset + length).elementsEqual("\(word)".utf8)
  }

  /// The length of the ASCII identifier at an offset; 0 if none begins.
  private func lengthOfIdentifier(at offset: Int) -> Int {
    var end = offset
    while true {
      let byte = self[end]
      let isLetter =
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      guard isLetter || end > offset && byte &- 0x30 < 10 else { return end - offset }
      end += 1
    }
  }
}

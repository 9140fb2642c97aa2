extension JSONReader {
  /// The fault of the byte that comes next, where `expectation` should stand.
  @inline(never) @usableFromInline
  func fault(expecting expectation: JSONFault.Expectation) -> JSONFault {
    let byte = line[offset]
    let expectation = expectation == .value && isBehindBracket ? .valueOrArrayEnd : expectation
    if offset == line.count { return JSONFault(.unexpected(expectation), at: line.textEnd) }
    if byte >= 0x80 {
      let length = line.lengthOfScalar(at: offset)
      if length == 0 { return invalidUTF8(at: offset) }
      if line.hasByteOrderMark(at: offset) { return JSONFault(.byteOrderMark, at: offset, length: 3) }
      return JSONFault(.unexpected(expectation), at: offset, length: length)
    }
    if let dialect = dialect(where: expectation) { return dialect }
    return JSONFault(.unexpected(expectation), at: offset)
  }

  /// Whether what comes next is the first of an array.
  private var isBehindBracket: Bool {
    var before = offset - 1
    while before > 0, line[before] == 0x20 || line[before] == 0x09 || line[before] == 0x0D { before -= 1 }
    return before >= 0 && line[before] == UInt8(ascii: "[")
  }

  /// The fault where a key should stand.
  @inline(never) @usableFromInline
  func faultAtKey(isFirst: Bool) -> JSONFault {
    if isFirst { return fault(expecting: .keyOrObjectEnd) }
    return line[offset] == UInt8(ascii: "}") ? faultBehindComma() : fault(expecting: .key)
  }

  /// The fault of a comma with a closing bracket behind it, which comes next.
  @inline(never) @usableFromInline
  func faultBehindComma() -> JSONFault {
    var comma = offset - 1
    while comma > 0 && line[comma] != UInt8(ascii: ",") { comma -= 1 }
    return JSONFault(.trailingComma, at: comma)
  }

  /// The fault of what stands behind the line's value.
  @inline(never)
  func faultBehindValue() -> JSONFault {
    switch line[offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      return JSONFault(.severalValues, at: offset)
    case UInt8(ascii: ","):
      var next = offset + 1
      while line[next] == 0x20 || line[next] == 0x09 || line[next] == 0x0D { next += 1 }
      return next == line.count ? JSONFault(.trailingComma, at: offset) : fault(expecting: .lineEnd)
    default:
      return fault(expecting: .lineEnd)
    }
  }

  /// The fault at which the scan of a string stopped.
  @inline(never)
  func fault(ofString stop: UInt32, at end: Int) -> JSONFault {
    switch stop {
    case 1:
      return end >= line.textEnd
        ? JSONFault(.unexpected(.closingQuote), at: line.textEnd) : JSONFault(.controlCharacter, at: end)
    case 2:
      // A backslash at the line's end: the line is cut, and that is its fault.
      if end + 1 >= line.textEnd { return JSONFault(.unexpected(.escape), at: line.textEnd) }
      let length = line.lengthOfScalar(at: end + 1)
      return length == 0
        ? invalidUTF8(at: end + 1) : JSONFault(.unexpected(.escape), at: end, length: 1 + length)
    case 3: return JSONFault(.unexpected(.hexadecimalDigits), at: end, length: 2)
    case 4: return JSONFault(.loneSurrogate, at: end, length: 6)
    default: return invalidUTF8(at: end)
    }
  }

  /// The bytes that are not UTF-8: the first one and what it leads on to.
  private func invalidUTF8(at offset: Int) -> JSONFault {
    let expected = line[offset] >= 0xF0 ? 4 : line[offset] >= 0xE0 ? 3 : line[offset] >= 0xC0 ? 2 : 1
    var length = 1
    while length < expected, line[offset + length] & 0xC0 == 0x80 { length += 1 }
    return JSONFault(.invalidUTF8, at: offset, length: length)
  }

  /// The fault of `NaN`, `Infinity` or `-Infinity`, from its sign on.
  func nonFinite(from start: Int) -> JSONFault {
    JSONFault(.nonFiniteNumber, at: start, length: offset + isNonFinite(at: offset) - start)
  }

  /// The length of a word for no finite number at an offset; 0 where there is none.
  func isNonFinite(at offset: Int) -> Int {
    for word in ["Infinity", "NaN", "inf", "nan"] as [StaticString] where line.hasWord(word, at: offset) {
      return word.utf8CodeUnitCount
    }
    return 0
  }

  /// Another language's way of writing at the byte that comes next, where a value, a key or a separator should stand.
  private func dialect(where expectation: JSONFault.Expectation) -> JSONFault? {
    let byte = line[offset]
    let next = line[offset + 1]
    if byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "/") && (next == UInt8(ascii: "/") || next == UInt8(ascii: "*"))
    {
      return JSONFault(.dialect(.comment), at: offset, length: byte == UInt8(ascii: "#") ? 1 : 2)
    }
    switch expectation {
    case .value, .valueOrArrayEnd: return dialectOfValue()
    case .key, .keyOrObjectEnd:
      if byte == UInt8(ascii: "'") { return JSONFault(.dialect(.singleQuotes), at: offset) }
      let length = line.lengthOfIdentifier(at: offset)
      return length > 0 ? JSONFault(.dialect(.unquotedKey), at: offset, length: length) : nil
    default: return nil
    }
  }

  private func dialectOfValue() -> JSONFault? {
    if line[offset] == UInt8(ascii: "'") { return JSONFault(.dialect(.singleQuotes), at: offset) }
    if isNonFinite(at: offset) > 0 { return nonFinite(from: offset) }
    for literal in ["True", "False", "None"] as [StaticString] where line.hasWord(literal, at: offset) {
      return JSONFault(.dialect(.pythonLiteral), at: offset, length: literal.utf8CodeUnitCount)
    }
    if line.hasWord("undefined", at: offset) { return JSONFault(.dialect(.undefined), at: offset, length: 9) }
    return nil
  }
}

extension LineBytes {
  /// Whether U+FEFF stands at an offset.
  func hasByteOrderMark(at offset: Int) -> Bool {
    self[offset] == 0xEF && self[offset + 1] == 0xBB && self[offset + 2] == 0xBF
  }

  /// Whether a word stands at an offset, and ends there.
  fileprivate func hasWord(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard lengthOfIdentifier(at: offset) == length else { return false }
    return bytes(in: offset..<offset + length).elementsEqual("\(word)".utf8)
  }

  /// The length of the ASCII identifier at an offset; 0 where none begins.
  fileprivate func lengthOfIdentifier(at offset: Int) -> Int {
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

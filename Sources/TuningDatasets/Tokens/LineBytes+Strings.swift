import JSONLines

/// Steps over JSON that has been read, and so is valid.
extension LineBytes {
  /// Calls `body` with each string in a range: keys and values alike, at any depth. O(length of the range).
  func forEachString(in range: Range<Int>, _ body: (StringToken) -> Void) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard self[offset] == UInt8(ascii: "\"") else {
        offset += 1
        continue
      }
      let string = stringToken(from: offset)
      body(string)
      offset = string.end + 1
    }
  }

  /// The string whose opening quote is at an offset. O(length).
  func stringToken(from quote: Int) -> StringToken {
    var offset = quote + 1
    var traits: StringToken.Traits = []
    while self[offset] != UInt8(ascii: "\"") {
      if self[offset] == UInt8(ascii: "\\") {
        traits = .hasEscape
        offset += 1
      }
      offset += 1
    }
    return StringToken(start: quote + 1, end: offset, traits: traits)
  }

  /// Where the value ends that begins at an offset. O(length).
  func endOfValue(from start: Int) -> Int {
    var offset = start
    var depth = 0
    repeat {
      switch self[offset] {
      case UInt8(ascii: "\""): offset = stringToken(from: offset).end + 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
      case _ where depth == 0: return endOfLiteral(from: offset)
      default: offset += 1
      }
    } while depth > 0
    return offset
  }

  /// Where a number, a Boolean or null ends.
  private func endOfLiteral(from start: Int) -> Int {
    var offset = start
    while true {
      switch self[offset] {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return offset
      default: offset += 1
      }
    }
  }
}

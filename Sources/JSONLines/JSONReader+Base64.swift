extension JSONReader {
  /// Reads the string that comes next, which should be base64 (RFC 4648); `line[offset]` must be its opening quote.
  ///
  /// What is base64 needs no second look as a string. `isPlain` is true if it is as encoders write it: characters of one
  /// alphabet, not empty, the bits after the last byte zero, then the padding or a part of it, and no escapes.
  public mutating func base64String() throws(JSONFault) -> (string: StringToken, isPlain: Bool) {
    let start = cursor &+ 1
    let (end, alphabets) = line.scanBase64(from: start)
    let padding = line.mostPadding(ofBase64From: start, to: end)
    var close = end
    while close &- end < padding, line[close] == UInt8(ascii: "=") { close &+= 1 }
    guard line[close] == UInt8(ascii: "\""), end > start, padding >= 0, alphabets != 3 else {
      return (try longString(), false)
    }
    cursor = close &+ 1
    return (StringToken(start: start, end: close, traits: []), true)
  }
}

extension LineBytes {
  /// How many `=` can follow characters of base64; -1 if the characters are not whole bytes with zeros after the last.
  fileprivate func mostPadding(ofBase64From start: Int, to end: Int) -> Int {
    switch (end - start) & 3 {
    case 0: 0
    case 2: (base64Value(at: end - 1) ?? 1) & 0xF == 0 ? 2 : -1
    case 3: (base64Value(at: end - 1) ?? 1) & 0x3 == 0 ? 1 : -1
    default: -1
    }
  }

  /// The six bits of a character of base64 at an offset, in either alphabet; nil for any other byte.
  private func base64Value(at offset: Int) -> UInt8? { Unicode.Scalar(self[offset]).base64Value }
}

extension Unicode.Scalar {
  /// The six bits of a character of base64, in either alphabet; nil for any other scalar.
  public var base64Value: UInt8? {
    guard value < 0x80 else { return nil }
    let byte = UInt8(truncatingIfNeeded: value)
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): return 63
    default: return nil
    }
  }
}

extension JSONReader {
  /// Reads the number that comes next.
  ///
  /// It may have any number of digits, but must be in the range of a double.
  @inline(__always)
  public mutating func number() throws(JSONFault) {
    // Most numbers have at most seven digits before the point and after it, and no exponent. All of such a number is
    // measured without a branch that depends on it:
    //
    //     -12.75,      start 0, first 1, 2 digits, a point, 2 digits, end 6
    let start = cursor
    let first = line[start] == UInt8(ascii: "-") ? start + 1 : start
    let digits = line.lengthOfDigits(at: first)
    let point = first + digits
    let isFraction = line[point] == UInt8(ascii: ".")
    let decimals = line.lengthOfDigits(at: point + 1)
    let end = isFraction ? point + 1 + decimals : point
    let isUsual =
      UInt(bitPattern: digits &- 1) < 7 && (line[first] != UInt8(ascii: "0") || digits == 1)
      && (!isFraction || UInt(bitPattern: decimals &- 1) < 7) && line[end] | 0x20 != UInt8(ascii: "e")
    if isUsual { cursor = end } else { try longNumber() }
  }

  /// Reads the number that comes next, whatever its length, and finds what is wrong with it.
  @inline(never)
  private mutating func longNumber() throws(JSONFault) {
    let start = offset
    if line[offset] == UInt8(ascii: "-") { cursor += 1 }
    if line[offset] == UInt8(ascii: "0") {
      cursor += 1
      if isDigit { throw line.fault(expecting: .noLeadingZero, at: offset) }
    } else if isDigit {
      skipDigits()
    } else {
      throw line.lengthOfNonFinite(at: offset) > 0
        ? line.nonFinite(from: start) : line.fault(expecting: .digit, at: offset)
    }
    if line[offset] == UInt8(ascii: ".") {
      cursor += 1
      guard isDigit else { throw line.fault(expecting: .digit, at: offset) }
      skipDigits()
    }
    var exponentDigits = 0
    if line[offset] | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if line[offset] == UInt8(ascii: "+") || line[offset] == UInt8(ascii: "-") { cursor += 1 }
      guard isDigit else { throw line.fault(expecting: .digit, at: offset) }
      let exponentStart = offset
      skipDigits()
      exponentDigits = offset - exponentStart
    }
    // With at most two digits of exponent and 200 bytes, a number is below 10 to the 299th.
    if exponentDigits > 2 || offset - start > 200 { try judgeRange(from: start) }
  }

  private var isDigit: Bool { line[offset] &- 0x30 < 10 }

  private mutating func skipDigits() {
    while isDigit { cursor += 1 }
  }

  private func judgeRange(from start: Int) throws(JSONFault) {
    let text = String(decoding: line.bytes(in: start..<offset), as: UTF8.self)
    if let value = Double(text), value.isInfinite {
      throw JSONFault(.numberOutOfRange, at: start, length: offset - start)
    }
  }
}

extension LineBytes {
  /// The number of digits at an offset, at most eight.
  ///
  ///     bytes       '7'  '5'  ','        the lowest byte first
  ///     ^ 0x30      07   05   1C         digits become 0 to 9
  ///     + 0x76      7D   7B   92         and stay below 0x80; anything else gets there, or was there
  @inline(__always)
  fileprivate func lengthOfDigits(at offset: Int) -> Int {
    let values = word(at: offset) ^ 0x3030_3030_3030_3030
    let others = (values &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount >> 3
  }
}

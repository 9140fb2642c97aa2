extension JSONReader {
  /// Reads the number that comes next.
  ///
  /// Integers may have any number of digits; a number with a fraction or an exponent must be in the range of a double.
  public mutating func number() throws(JSONFault) {
    let start = offset
    if line[offset] == UInt8(ascii: "-") { cursor += 1 }
    if line[offset] == UInt8(ascii: "0") {
      cursor += 1
      if isDigit { throw fault(expecting: .noLeadingZero) }
    } else if isDigit {
      skipDigits()
    } else {
      throw isNonFinite(at: offset) > 0 ? nonFinite(from: start) : fault(expecting: .digit)
    }
    let integerEnd = offset
    if line[offset] == UInt8(ascii: ".") {
      cursor += 1
      guard isDigit else { throw fault(expecting: .digit) }
      skipDigits()
    }
    var exponentDigits = 0
    if line[offset] | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if line[offset] == UInt8(ascii: "+") || line[offset] == UInt8(ascii: "-") { cursor += 1 }
      guard isDigit else { throw fault(expecting: .digit) }
      let exponentStart = offset
      skipDigits()
      exponentDigits = offset - exponentStart
    }
    // With at most two digits of exponent and 200 bytes, a number is below 10 to the 299th.
    if offset > integerEnd, exponentDigits > 2 || offset - start > 200 { try judgeRange(from: start) }
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

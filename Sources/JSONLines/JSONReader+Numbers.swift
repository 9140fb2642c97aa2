import CByteKernels

extension JSONReader {
  /// Reads the number that comes next.
  ///
  /// It may have any number of digits, but must be in the range of a double.
  @inline(__always)
  public mutating func number() throws(JSONFault) {
    // Most numbers have few characters and no exponent.
    let length = line.number(at: cursor).length
    if length > 0 { cursor &+= Int(length) } else { try longNumber() }
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

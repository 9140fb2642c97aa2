extension JSONWriter {
  /// Writes a string.
  public mutating func string(_ text: String) {
    beginValue()
    append(quoted: text)
  }

  /// Writes an integer.
  public mutating func integer(_ number: Int) {
    if number < 0 { return word(String(number)) }
    beginValue()
    bytes.append(digitsOf: number)
  }

  /// Writes a number, or null for one that is not finite, which JSON cannot say.
  public mutating func number(_ number: Double) { word(number.isFinite ? String(number) : "null") }

  /// Writes true or false.
  public mutating func bool(_ isTrue: Bool) { word(isTrue ? "true" : "false") }

  /// Writes null.
  public mutating func null() { word("null") }

  package mutating func word(_ word: String) {
    beginValue()
    bytes.append(word.utf8.span)
  }

  // MARK: Members

  /// Writes a member of an object: a string, or null.
  public mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member of an object: an integer, or null.
  public mutating func member(_ name: String, _ value: Int?) {
    self.name(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member of an object: a number, or null, also where it is not finite.
  /// Optional as the integer is, so that the literal `1` is one.
  public mutating func member(_ name: String, _ value: Double?) {
    self.name(name)
    if let value { number(value) } else { null() }
  }

  /// Writes a member of an object: true or false.
  public mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  // MARK: Quotes and escapes

  /// Writes a string that is a value or a name.
  mutating func append(quoted string: String) {
    bytes.append(UInt8(ascii: "\""))
    Self.append(escaped: string, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes what is between the quotes of a string.
  package static func append(escaped string: String, to bytes: inout [UInt8]) {
    // Most strings are plain, and there may be some for each of many million findings.
    if string.utf8.span.isPlain(except: UInt8(ascii: "\""), UInt8(ascii: "\\")) {
      return bytes.append(string.utf8.span)
    }
    for scalar in string.unicodeScalars { append(escaped: scalar, to: &bytes) }
  }

  /// Writes the same, given as bytes of UTF-8.
  package static func append(escaped string: Span<UInt8>, to bytes: inout [UInt8]) {
    if string.isPlain(except: UInt8(ascii: "\""), UInt8(ascii: "\\")) { return bytes.append(string) }
    for scalar in String(decoding: string.copy, as: UTF8.self).unicodeScalars {
      append(escaped: scalar, to: &bytes)
    }
  }

  private static func append(escaped scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes += #"\""#.utf8
    case "\\": bytes += #"\\"#.utf8
    case "\n": bytes += #"\n"#.utf8
    case "\r": bytes += #"\r"#.utf8
    case "\t": bytes += #"\t"#.utf8
    case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where HiddenScalars.contains(scalar):
      for unit in scalar.utf16 { append(escaped: unit, to: &bytes) }
    default: bytes += scalar.utf8
    }
  }

  private static func append(escaped unit: UInt16, to bytes: inout [UInt8]) {
    bytes += #"\u"#.utf8
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> UInt16(shift) & 0xF)
      bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
    }
  }
}

extension Span<UInt8> {
  /// A copy in memory of its own.
  package var copy: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(self)
    return bytes
  }

  /// Whether all bytes are printable ASCII characters, and none of two.
  package func isPlain(except first: UInt8 = 0, _ second: UInt8 = 0) -> Bool {
    // Without an early end, the compiler looks at many bytes at a time.
    var isOdd: UInt8 = 0
    for index in indices {
      let byte = self[index]
      let isEnding = (byte &- 0x20 >= 0x5F ? 1 : 0) | (byte == first ? 1 : 0) | (byte == second ? 1 : 0)
      isOdd |= UInt8(isEnding)
    }
    return isOdd == 0
  }
}

extension [UInt8] {
  /// Appends a number, not negative, in decimal digits.
  package mutating func append(digitsOf number: Int) {
    append(addingCapacity: OutputSpan<UInt8>.mostDigits) { $0.append(digitsOf: number) }
  }
}

extension OutputSpan<UInt8> {
  /// The most digits of a number.
  package static var mostDigits: Int { 20 }

  /// Appends a number, not negative, in decimal digits, for which there must be room.
  package mutating func append(digitsOf number: Int) {
    let number = UInt(number)
    if number < 100_000_000 { return append(digitsOf: number, isFirst: true) }
    // At most three times eight digits.
    let (first, second) = (number / 10_000_000_000_000_000, number / 100_000_000 % 100_000_000)
    if first > 0 { append(digitsOf: first, isFirst: true) }
    append(digitsOf: second, isFirst: first == 0)
    append(digitsOf: number % 100_000_000, isFirst: false)
  }

  /// Appends a number of at most eight digits; unless they are the first of a number, all eight of them.
  @inline(__always)
  private mutating func append(digitsOf number: UInt, isFirst: Bool) {
    // Halves, then pairs, then digits, each in a lane of a word, the first in the lowest bits.
    let halves = UInt64(number / 10_000 | (number % 10_000) << 32)
    let hundreds = (halves &* 10_486) >> 20 & 0x7F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    let digits = tens | (pairs &- tens &* 10) << 8
    // The last digit is always there.
    let zeros = isFirst ? min(digits.trailingZeroBitCount & ~7, 56) : 0
    var rest = (digits | 0x3030_3030_3030_3030) >> UInt64(zeros)
    for _ in stride(from: zeros, to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

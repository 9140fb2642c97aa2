extension JSONWriter {
  /// Writes a string.
  public mutating func string(_ text: String) {
    beginValue()
    append(quoted: text)
  }

  /// Writes an integer.
  public mutating func integer(_ number: Int) { word(String(number)) }

  /// Writes a number, or null for one that is not finite, which JSON cannot say.
  public mutating func number(_ number: Double) { word(number.isFinite ? String(number) : "null") }

  /// Writes true or false.
  public mutating func bool(_ isTrue: Bool) { word(isTrue ? "true" : "false") }

  /// Writes null.
  public mutating func null() { word("null") }

  package mutating func word(_ word: String) {
    beginValue()
    bytes += word.utf8
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
    let start = bytes.count
    bytes.append(contentsOf: string.utf8)
    // Most strings are plain, and there may be some for each of many million findings.
    if bytes.isPlain(from: start, except: UInt8(ascii: "\""), UInt8(ascii: "\\")) { return }
    bytes.removeSubrange(start...)
    for scalar in string.unicodeScalars { append(escaped: scalar, to: &bytes) }
  }

  /// Writes the same, given as bytes of UTF-8.
  package static func append(escaped string: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: string)
    if bytes.isPlain(from: start, except: UInt8(ascii: "\""), UInt8(ascii: "\\")) { return }
    bytes.removeSubrange(start...)
    for scalar in String(decoding: string, as: UTF8.self).unicodeScalars {
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

extension [UInt8] {
  /// Whether all bytes from an offset on are printable ASCII characters, and none of two.
  package func isPlain(from start: Int, except first: UInt8 = 0, _ second: UInt8 = 0) -> Bool {
    // Without an early end, the compiler looks at many bytes at a time.
    let bytes = span.extracting(start...)
    var isOdd: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let isEnding = (byte &- 0x20 >= 0x5F ? 1 : 0) | (byte == first ? 1 : 0) | (byte == second ? 1 : 0)
      isOdd |= UInt8(isEnding)
    }
    return isOdd == 0
  }

  /// Appends a number, not negative, in decimal digits.
  package mutating func append(digitsOf number: Int) {
    var rest = UInt(number)
    if rest >= 100_000_000 {
      append(digitsOf: Int(rest / 100_000_000))
      rest %= 100_000_000
      // Zeros count behind other digits.
      var limit: UInt = 10_000_000
      while limit > 1, limit > rest {
        append(UInt8(ascii: "0"))
        limit /= 10
      }
    }
    // At most eight digits, the first in the lowest bits.
    var digits: UInt64 = 0
    repeat {
      digits = digits << 8 | UInt64(rest % 10 + 0x30)
      rest /= 10
    } while rest > 0
    while digits > 0 {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}

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
    // Most strings are plain, and there may be some for each of many million findings.
    if string.utf8.allSatisfy({ $0 &- 0x20 < 0x5F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      bytes += string.utf8
    } else {
      for scalar in string.unicodeScalars { append(escaped: scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += #"\""#.utf8
    case "\\": bytes += #"\\"#.utf8
    case "\n": bytes += #"\n"#.utf8
    case "\r": bytes += #"\r"#.utf8
    case "\t": bytes += #"\t"#.utf8
    case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where HiddenScalars.contains(scalar): for unit in scalar.utf16 { append(escaped: unit) }
    default: bytes += scalar.utf8
    }
  }

  private mutating func append(escaped unit: UInt16) {
    bytes += #"\u"#.utf8
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> UInt16(shift) & 0xF)
      bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
    }
  }
}

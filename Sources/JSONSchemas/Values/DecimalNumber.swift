import JSONLines

/// A number of JSON: exactly, if it has at most 18 digits that count, and as a double.
struct DecimalNumber: Sendable {
  /// The number is `mantissa` times 10 to the power of `exponent`, and `mantissa` does not end in a zero; both are 0 if the
  /// number is not known exactly.
  private(set) var mantissa: Int64 = 0
  private(set) var exponent = 0
  private(set) var isExact = true
  private(set) var double = 0.0

  private static let mostDigits = 18
  /// The powers of ten that a double holds exactly.
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// Reads a number that is valid JSON. O(length).
  init(_ range: Range<Int>, of line: LineBytes) {
    var offset = range.lowerBound
    let isNegative = line[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    // Zeros are held back until a digit follows that counts.
    var (digits, zeros, scale) = (0, 0, 0)
    var isBehindPoint = false
    while offset < range.upperBound {
      let byte = line[offset]
      if byte == UInt8(ascii: ".") {
        isBehindPoint = true
      } else if byte &- 0x30 < 10 {
        if isBehindPoint { scale -= 1 }
        if byte == 0x30 {
          if mantissa != 0 { zeros += 1 }
        } else if isExact {
          digits += zeros + 1
          isExact = digits <= Self.mostDigits
          if isExact {
            for _ in 0...zeros { mantissa *= 10 }
            mantissa += Int64(byte - 0x30)
          }
          zeros = 0
        }
      } else {
        break
      }
      offset += 1
    }
    if offset < range.upperBound { scale += Self.exponent(offset + 1..<range.upperBound, of: line) }
    exponent = mantissa == 0 ? 0 : scale + zeros
    if isNegative { mantissa = -mantissa }
    setDouble(range, of: line)
  }

  /// The exponent after the `e`; one of very many digits is cut.
  private static func exponent(_ range: Range<Int>, of line: LineBytes) -> Int {
    var value = 0
    for offset in range where line[offset] &- 0x30 < 10 {
      value = min(100_000, 10 * value + Int(line[offset] - 0x30))
    }
    return line[range.lowerBound] == UInt8(ascii: "-") ? -value : value
  }

  private mutating func setDouble(_ range: Range<Int>, of line: LineBytes) {
    if isExact, mantissa.magnitude < 1 << 53, abs(exponent) <= 22 {
      let power = Self.powers[abs(exponent)]
      double = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    } else {
      double = Double(line.text(in: range)) ?? 0
    }
    if !isExact { (mantissa, exponent) = (0, 0) }
  }

  /// Whether it has no fraction.
  var isInteger: Bool { isExact ? exponent >= 0 : double.rounded() == double }

  /// Whether the values are the same.
  func isEqual(to other: DecimalNumber) -> Bool {
    isExact && other.isExact
      ? mantissa == other.mantissa && exponent == other.exponent
      : isExact == other.isExact && double == other.double
  }

  /// Whether the value is less. Numbers that differ after the fifteenth digit may count as equal.
  func isLess(than other: DecimalNumber) -> Bool {
    if isExact, other.isExact, exponent == other.exponent { return mantissa < other.mantissa }
    return double < other.double
  }

  /// Whether it is a multiple of another number, which must be greater than zero.
  func isMultiple(of divisor: DecimalNumber) -> Bool {
    guard isExact, divisor.isExact else { return double.truncatingRemainder(dividingBy: divisor.double) == 0 }
    if mantissa == 0 { return true }
    // 5 · 10^2 and 3 · 10^0: the remainder of 500 and 3, digit by digit. With a smaller exponent there are decimals left,
    // since the mantissa does not end in a zero.
    var difference = exponent - divisor.exponent
    guard difference >= 0 else { return false }
    var remainder = mantissa.magnitude % divisor.mantissa.magnitude
    while difference > 0, remainder != 0 {
      remainder = remainder * 10 % divisor.mantissa.magnitude
      difference -= 1
    }
    return remainder == 0
  }

  /// A number without a seed that is the same for equal numbers.
  var hash: UInt64 {
    isExact ? UInt64(bitPattern: mantissa) &+ UInt64(truncatingIfNeeded: exponent) << 48 : double.bitPattern
  }
}

import JSONLines
import Testing

@testable import JSONSchemas

@Suite struct DecimalNumberTests {
  private func number(_ text: String) -> DecimalNumber {
    let bytes = Array(text.utf8)
    return LineBytes.with(bytes) { DecimalNumber(0..<bytes.count, of: $0) }
  }

  @Test(
    "the double is that of the standard library",
    arguments: [
      "0", "-0", "1", "-12.75", "1e3", "1.50E-2", "0.1", "123456789012345678", "1234567890123456789",
      "0.30000000000000004",
      "1e308", "5e-324", "100000000000000000000000", "12300e-2", "0.000", "9007199254740993",
    ])
  func doubles(text: String) { #expect(number(text).double == Double(text)) }

  @Test func equality() {
    for (left, right) in [
      ("1", "1.0"), ("100", "1e2"), ("0.5", "50e-2"), ("-0", "0"), ("0e5", "0"),
      ("10000000000000000000000", "1e22"),
    ] { #expect(number(left).isEqual(to: number(right)) && number(left).hash == number(right).hash) }
    for (left, right) in [("1", "-1"), ("9007199254740993", "9007199254740992"), ("1", "1.000000001")] {
      #expect(!number(left).isEqual(to: number(right)))
    }
  }

  @Test func integers() {
    for text in ["1", "1.0", "1e3", "15e-1000000000000000000000000000000000000e"].dropLast() {
      #expect(number(text).isInteger)
    }
    for text in ["1.5", "1e-1", "0.10"] { #expect(!number(text).isInteger) }
  }

  @Test func order() {
    #expect(number("1").isLess(than: number("1.1")) && number("-2").isLess(than: number("-1.5")))
    #expect(!number("1e2").isLess(than: number("100")))
    #expect(number("9007199254740992").isLess(than: number("9007199254740993")))
  }

  @Test func multiples() {
    for (value, divisor) in [("4.35", "0.01"), ("1e300", "7e2"), ("0", "3"), ("-9", "3"), ("1.5", "0.5")] {
      let expected = value != "1e300"
      #expect(number(value).isMultiple(of: number(divisor)) == expected, "\(value)")
    }
    #expect(!number("0.0075").isMultiple(of: number("0.01")))
    #expect(number("1e308").isMultiple(of: number("0.5")))
  }
}

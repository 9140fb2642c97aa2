import JSONLines
import Testing

@Suite struct JSONReaderNumberTests {
  private static let digits = String(repeating: "7", count: 10_000)
  private static let zeros = String(repeating: "0", count: 10_000)

  @Test func goodNumbers() {
    let numbers = [
      "0", "-0", "7", "10", "-12", "0.0", "-0.0", "0e0", "0E+0", "1e5", "1E5", "1e+5", "1e-5", "1.25e-05",
      "9e00",
      "1e308", "-1e308", "1.7976931348623157e308", "1.7976931348623158e308", "0.17976931348623157e309",
      "1e-400", "5e-324", "1e-999999", "0e999999", "-0.000e999999", "0.0e18446744073709551616",
      "0e-4294967296",
      "1e0000000000000000308", "1e-00000000000000000001",
      // Integers have the range of a double, which is one of 309 digits.
      "1" + Self.zeros.prefix(308), "-17" + Self.zeros.prefix(307), String(Self.digits.prefix(308)),
      // Long, but in range: many digits behind the point, or an exponent that makes up for them.
      "0." + Self.digits, "0." + Self.zeros + "1e10001", "1" + Self.zeros + "e-10000", Self.digits + "e-9800",
      "-0." + Self.zeros, "1" + String(repeating: "0", count: 99) + "e99",
    ]
    for number in numbers {
      for line in [number, "[\(number)]", "{\"a\":\(number)}", "[\(number) ,1]"] {
        #expect(fault(in: line) == nil, "\(line.prefix(50))")
      }
    }
  }

  @Test func numbersBeyondADouble() {
    let numbers = [
      "1e309", "-1e309", "1.7976931348623159e308", "-1.7976931348623159E308", "17976931348623159e292",
      "2e308",
      "1e999999", "1e18446744073709551617", "1e4294967297", "-1e+99999999999999999999", "10e308", "0.1e310",
      Self.digits, "-" + Self.digits, "1" + Self.zeros, "1" + Self.zeros.prefix(309),
      "18" + Self.zeros.prefix(307), "-" + String(repeating: "9", count: 309),
      Self.digits + ".0", "-" + Self.digits + ".5", Self.digits + "e0", Self.digits + "E-9",
      "1" + Self.zeros + "e-9000",
      "0." + Self.zeros + "1e20000", "1e" + Self.digits, "1e0000000000000000309",
    ]
    for number in numbers {
      let length = number.utf8.count
      #expect(
        fault(in: number).map(ExpectedFault.init) == ExpectedFault(.numberOutOfRange, at: 0, length: length))
      let found = fault(in: #"{"a":[1, \#(number) ]}"#).map(ExpectedFault.init)
      #expect(found == ExpectedFault(.numberOutOfRange, at: 9, length: length), "\(number.prefix(50))")
    }
  }

  @Test func brokenNumbers() {
    let numbers: [(String, JSONFault.Expectation)] = [
      ("-↓", .digit), ("-↓a", .digit), ("-↓-1", .digit), ("-↓.5", .digit), ("-↓ 1", .digit), ("-↓+1", .digit),
      ("1.↓", .digit), ("1.↓e5", .digit), ("1.↓.5", .digit), ("1.↓ 5", .digit), ("0.↓", .digit),
      ("-0.↓x", .digit),
      ("1e↓", .digit), ("1E↓", .digit), ("1e+↓", .digit), ("1e-↓", .digit), ("1e↓.5", .digit),
      ("1e+↓-5", .digit),
      ("1.5e↓x", .digit), ("0↓1", .noLeadingZero), ("-0↓1", .noLeadingZero), ("0↓0", .noLeadingZero),
      ("0↓0.5", .noLeadingZero), ("↓+1", .value), ("↓.5", .value), ("↓e5", .value),
      ("1↓x", .lineEnd), ("0↓x41", .lineEnd), ("1↓_000", .lineEnd), ("1.5↓.5", .lineEnd),
      ("1e5↓.5", .lineEnd),
      ("1e5↓e5", .lineEnd), ("1↓f", .lineEnd),
    ]
    for (marked, expectation) in numbers {
      let line = MarkedLine(marked)
      let found = fault(in: line.bytes).map(ExpectedFault.init)
      #expect(found == ExpectedFault(.unexpected(expectation), at: line.offset), "\(marked)")
    }
  }

  /// A number that ends the line, with and without a carriage return.
  @Test func numbersCutByTheEndOfTheLine() {
    for (text, offset) in [("-", 1), ("1.", 2), ("1e", 2), ("[1.", 3), ("{\"a\":1e+", 8)] {
      for end in ["", "\r"] {
        let found = fault(in: text + end).map(ExpectedFault.init)
        #expect(found == ExpectedFault(.unexpected(.digit), at: offset), "\(text)")
      }
    }
  }
}

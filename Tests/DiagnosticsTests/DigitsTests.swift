import Diagnostics
import Testing

@Suite struct DigitsTests {
  @Test(arguments: [(0, 1, "0"), (0, 3, "000"), (7, 2, "07"), (42, 2, "42"), (401, 2, "401"), (5, 0, "5")])
  func decimal(_ number: Int, _ digits: Int, _ text: String) {
    #expect(String(number, digits: digits) == text)
  }

  @Test(arguments: [(0x0A, 2, "0A"), (0xFF, 2, "FF"), (0x1B, 4, "001B"), (0xE0041, 4, "E0041")])
  func hexadecimal(_ number: UInt32, _ digits: Int, _ text: String) {
    #expect(String(number, radix: 16, digits: digits) == text)
  }
}

import Testing

@testable import JSONLines

@Suite struct WrittenDigitsTests {
  @Test(
    "a number is written with all its digits",
    arguments: [
      0, 7, 10, 99_999_999, 100_000_000, 100_000_005, 1_234_567_890, 1_000_000_000_000_000,
      1_200_000_003_000_000_004,
      Int.max,
    ])
  func decimal(_ number: Int) {
    var bytes = Array("n = ".utf8)
    bytes.append(digitsOf: number)
    #expect(String(decoding: bytes, as: UTF8.self) == "n = \(number)")
  }

  @Test("numbers of every length are written with all their digits", arguments: 0..<19)
  func lengths(zeros: Int) {
    let power = (0..<zeros).reduce(1) { product, _ in product * 10 }
    for number in [power - 1, power, power + 1, 9 * (power / 10), 3 * power + 207] {
      var bytes: [UInt8] = []
      bytes.append(digitsOf: number)
      #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
    }
  }

  @Test("an escape has four hexadecimal digits, and nothing else", arguments: 0..<4)
  func hexadecimal(place: Int) {
    for byte in UInt8.min...UInt8.max where byte != 0x0A {
      var text = Array(#"\u00fe"#.utf8)
      text[2 + place] = byte
      let digits = String(decoding: text[2...], as: UTF8.self)
      let expected = byte < 0x80 && byte != UInt8(ascii: "+") ? UInt32(digits, radix: 16) : nil
      let found = LineBytes.with(text) { line in
        var scalars = line.scalars(in: 0..<line.count)
        return scalars.next()?.scalar.value
      }
      // Halves of surrogate pairs are no scalars.
      let isHalf = expected.map { 0xD800...0xDFFF ~= $0 } ?? false
      #expect(found == (isHalf ? 0xFFFD : expected ?? 0xFFFD), "\(byte)")
    }
  }
}

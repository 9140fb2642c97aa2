import Testing

@testable import Reports

@Suite struct PlainLetterTests {
  /// The letters whose width is told without a look at their properties, by those.
  @Test func arePlain() {
    var count = 0
    for value: UInt32 in 0x80...0xFFFF {
      guard let scalar = Unicode.Scalar(value), ColumnCounter.isPlainLetter(scalar) else { continue }
      count += 1
      let properties = scalar.properties
      let isWide = WideScalars.contains(scalar)
      let isPlain =
        VisibleText.picture(of: scalar) == nil && !properties.isEmoji && !properties.isEmojiModifier
        && properties.generalCategory != .nonspacingMark && properties.generalCategory != .enclosingMark
        && isWide == (ColumnCounter.columns(of: String(scalar)) == 2)
      if !isPlain { Issue.record("U+\(String(value, radix: 16))") }
    }
    #expect(count > 30_000)
  }
}

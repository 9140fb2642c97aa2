import JSONLines
import Testing

@Suite struct HiddenScalarsTests {
  /// The characters whose properties are not looked at are none that could act or hide.
  @Test func areThoseOfTheirProperties() {
    for value: UInt32 in 0x80...0xFFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\u{200C}", scalar != "\u{200D}" else { continue }
      let properties = scalar.properties
      let acts = [.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
      let leavesNoTrace = properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
      let isHidden = acts || leavesNoTrace && properties.generalCategory != .nonspacingMark
      if isHidden, !HiddenScalars.contains(scalar) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}

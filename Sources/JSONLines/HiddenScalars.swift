/// The scalars that act on a terminal or leave no trace on it: control characters, separators of lines and
/// paragraphs, marks of the reading direction, and everything else that Unicode lets programs ignore.
///
/// Joiners and variation selectors are not included: scripts and emoji need them.
package enum HiddenScalars {
  /// Whether a scalar is one of them.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x200C, 0x200D: return false
    // Letters and punctuation that texts are full of, because to ask for their properties takes long.
    case 0xC0...0x2AF, 0x391...0x3A1, 0x3B1...0x3C9, 0x400...0x482, 0x48A...0x52F, 0x2010...0x2027:
      return false
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFFFD: return false
    // Annotation marks and the joiners of hieroglyphs: invisible, though not ignorable to Unicode.
    case 0xFFF9...0xFFFB, 0x13430...0x1343F: return true
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .nonspacingMark: return false
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }
}

/// The scalars that act on a terminal or leave no trace on it: control characters, separators of lines and
/// paragraphs, marks of the reading direction, and everything else that Unicode lets programs ignore.
///
/// Joiners and variation selectors are not included: scripts and emoji need them.
package enum HiddenScalars {
  /// Whether a scalar is one of them.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x200C, 0x200D: return false
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

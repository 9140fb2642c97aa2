/// What holds for all that people are shown, whatever stood in the files.
enum ShownText {
  /// Throws if a text has anything that a terminal acts on; line feeds are good where lines are.
  static func require(_ text: String, _ what: String) throws(BrokenInvariant) {
    let acting = text.unicodeScalars.first(where: isActing)
    try BrokenInvariant.unless(
      acting == nil, "\(what) has U+\(String(acting?.value ?? 0, radix: 16)): \(text.debugDescription)")
  }

  /// Control characters, separators of lines and paragraphs, and what turns the reading direction.
  private static func isActing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Throws unless a JSON document that we wrote is good, and holds nothing that a terminal acts on.
  static func requireJSON(_ bytes: [UInt8], _ what: String) throws(BrokenInvariant) {
    let text = String(decoding: bytes, as: UTF8.self)
    try require(text, what)
    let line = bytes.map { $0 == 0x0A ? 0x20 : $0 }
    try BrokenInvariant.unless(PlainJSON.accepts(line), "\(what) is no JSON: \(text)")
  }
}

/// Tells a finding again after lines were added, removed or moved: a number made of the rule, the content of the line
/// and the place in it, but not of the line's number or the file's name.
///
/// Findings of a rule at the same place of equal lines have equal fingerprints. A finding that is not about the content of
/// a line, such as one about a whole file or its end, has that of its rule and its place in the line.
public struct Fingerprint: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The number.
  package let value: UInt64

  /// The fingerprint that has a number.
  init(value: UInt64) { self.value = value }

  /// - Parameters:
  ///   - pointer: the JSON Pointer of the value in its line.
  ///   - content: the hash of the line's bytes.
  package init(_ code: RuleCode, pointer: String = "", content: UInt64 = Fingerprint.noContent) {
    var hash = Self.hash(UInt64(code.number), content)
    for byte in pointer.utf8 { hash = Self.hash(UInt64(byte), hash) }
    value = hash
  }

  /// The same for a pointer as bytes.
  package init(_ code: RuleCode, pointer: [UInt8], content: UInt64) {
    value = pointer.reduce(Self.hash(UInt64(code.number), content)) { Self.hash(UInt64($1), $0) }
  }

  /// Sixteen hexadecimal digits.
  public var description: String { String(value, radix: 16, digits: 16).lowercased() }

  /// The hash of no content.
  package static let noContent: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of something followed by a word: the same in every run and on every machine.
  @inline(__always)
  package static func hash(_ word: UInt64, _ hash: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

/// Tells a finding again after lines were added, removed or moved: a number made of the rule, the content of the line
/// and the place in it, but not of the line's number or the file's name.
///
/// Equal findings in equal lines have equal fingerprints. A finding about a whole file has that of its rule alone.
public struct Fingerprint: Hashable, Sendable, Codable, CustomStringConvertible {
  private let value: UInt64

  /// - Parameters:
  ///   - pointer: the JSON Pointer of the value in its line.
  ///   - content: the hash of the line's bytes.
  package init(_ code: RuleCode, pointer: String = "", content: UInt64 = Fingerprint.noContent) {
    var hash = Self.hash(UInt8(code.number >> 8), content)
    hash = Self.hash(UInt8(truncatingIfNeeded: code.number), hash)
    for byte in pointer.utf8 { hash = Self.hash(byte, hash) }
    value = hash
  }

  /// Sixteen hexadecimal digits.
  public var description: String { String(value, radix: 16, digits: 16).lowercased() }

  /// The hash of no content.
  package static let noContent: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes to which one is added, by FNV-1a with 64 bits: it is the same in every run and on every machine.
  @inline(__always)
  package static func hash(_ byte: UInt8, _ hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

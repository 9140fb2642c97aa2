/// The name of a key of Cloud KMS:
/// `projects/{project}/locations/{location}/keyRings/{keyRing}/cryptoKeys/{key}`.
///
/// Ring and key have up to 63 letters, digits, hyphens and underscores. The key must be in the region of what it
/// encrypts; so the locations that Cloud KMS alone has, such as `europe`, are refused. Source: the
/// form in `EncryptionSpec` of the REST reference, as of 2026-08-22; that no version may follow is inferred from the form.
public struct EncryptionKeyName: Hashable, Sendable, CustomStringConvertible {
  /// The project that has the key.
  public let project: ProjectReference
  /// Where the key is.
  public let location: LocationName
  /// The ring that has the key.
  public let keyRing: String
  /// The key.
  public let key: String

  /// Reads a name.
  ///
  /// - Throws: the first fault from the left; of the piece `key version` where the name of a key's version is given.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(NameFault) {
    var scanner = try NameScanner(text)
    (project, location) = try scanner.projectAndLocation()
    let ring = try scanner.piece("key ring", in: "keyRings")
    try Self.check(ring)
    keyRing = ring.text
    let key = try scanner.piece("key", in: "cryptoKeys")
    try Self.check(key)
    self.key = key.text
    if let rest = scanner.rest, rest.bytes.starts(with: "/cryptoKeyVersions/".utf8) {
      throw NamePiece("key version", rest.bytes)
        .fault("is given, but the name must end with the key: the service chooses the version")
    }
    try scanner.end(after: "key")
  }

  private static func check(_ piece: NamePiece) throws(NameFault) {
    try piece.check([.lowerCase, .upperCase, .digits, .hyphens, .underscores], 1...63)
  }

  /// The name in full.
  public var description: String {
    "projects/\(project)/locations/\(location)/keyRings/\(keyRing)/cryptoKeys/\(key)"
  }
}

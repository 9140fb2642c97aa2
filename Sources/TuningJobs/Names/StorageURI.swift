/// The URI of an object in Cloud Storage: `gs://{bucket}/{object}`.
///
/// Bucket: 3 to 63 lower-case letters, digits, hyphens, underscores and dots, or up to 222 with dots, each piece between
/// them up to 63; a letter or digit begins and ends it; it is not an IP address. Source: storage/docs/buckets, as quoted by
/// several tools, as of 2026-11-22.
///
/// Object: 1 to 1,024 bytes of UTF-8 without line breaks, neither `.` nor `..`, not below `.well-known/acme-challenge/`.
/// Source: storage/docs/objects, from memory. An asterisk or a question mark is legal there, but is a pattern
/// in all tools, and no page says that tuning accepts patterns; so it is refused, which is a guess.
public struct StorageURI: Sendable, CustomStringConvertible {
  /// The bucket.
  public let bucket: String
  /// The object, with the slashes in its name.
  public let object: String

  /// Reads a URI.
  ///
  /// - Throws: the first fault from the left, of the piece `scheme`, `bucket` or `object`.
  /// - Complexity: linear in the text's length.
  public init(_ text: String) throws(NameFault) {
    let bytes = Array(text.utf8)[...]
    guard bytes.starts(with: Self.scheme.utf8) else { throw Self.schemeFault(bytes) }
    let (bucket, object) = NamePiece("bucket", bytes.dropFirst(Self.scheme.utf8.count)).split(
      at: "/", "object")
    try Self.checkBucket(bucket)
    guard let object, !object.bytes.isEmpty else {
      throw NameFault(
        piece: "object", problem: "is missing: it must follow the bucket",
        range: bytes.endIndex..<bytes.endIndex)
    }
    try Self.checkObject(object)
    (self.bucket, self.object) = (bucket.text, object.text)
  }

  private static let scheme = "gs://"

  private static func schemeFault(_ bytes: ArraySlice<UInt8>) -> NameFault {
    let due = "but must be 'gs://'"
    // The scheme ends with the first colon and the slashes after it.
    let word = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
    let rest = bytes[word.endIndex...]
    guard rest.first == UInt8(ascii: ":") else {
      return NameFault(piece: "scheme", problem: "is missing: a URI begins with 'gs://'", range: 0..<0)
    }
    let slashes = rest.dropFirst().prefix { $0 == UInt8(ascii: "/") }
    let piece = NamePiece("scheme", bytes[..<slashes.endIndex])
    return piece.fault("is \(CharacterInWords.quote(piece.bytes)), \(due)")
  }

  private static func checkBucket(_ bucket: NamePiece) throws(NameFault) {
    let edge: NameCharacters = [.lowerCase, .digits]
    try bucket.check(
      [.lowerCase, .digits, .hyphens, .underscores, .dots], 3...222, first: edge, last: edge)
    let pieces = bucket.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for piece in pieces {
      if piece.isEmpty { throw bucket.fault("has two dots in a row") }
      if piece.count > 63 {
        throw bucket.fault("has more than 63 characters without a dot")
      }
    }
    if pieces.count == 4, pieces.allSatisfy({ $0.allSatisfy(NameCharacters.digits.contains) }) {
      throw bucket.fault("is an IP address, but must be the name of a bucket")
    }
  }

  private static func checkObject(_ object: NamePiece) throws(NameFault) {
    for (index, byte) in zip(object.bytes.indices, object.bytes.prefix(1024)) {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw object.fault(at: index, "but line breaks are not allowed")
      case UInt8(ascii: "*"), UInt8(ascii: "?"):
        throw object.fault(at: index, "but must name one object, not a pattern")
      default: break
      }
    }
    if object.bytes.count > 1024 { throw object.fault("is longer than 1024 bytes") }
    if object.text == "." || object.text == ".." {
      throw object.fault("is '\(object.text)', which is not a valid object name")
    }
    if object.bytes.starts(with: ".well-known/acme-challenge/".utf8) {
      throw object.fault("begins with '.well-known/acme-challenge/', which is reserved")
    }
    let scalars = object.text.unicodeScalars
    if let last = scalars.last, last.properties.isWhitespace {
      throw object.fault("ends with \(CharacterInWords.describe(last)), which must be removed")
    }
  }

  /// Whether the object's name ends in `.jsonl`, as a dataset's must.
  public var isNamedJSONL: Bool { object.utf8.reversed().starts(with: ".jsonl".utf8.reversed()) }

  /// Whether the object's name, which is valid, contains a character that is invisible or looks like another one.
  public var hasDoubtfulCharacters: Bool {
    object.unicodeScalars.contains {
      !$0.isASCII
        && (CharacterInWords.isInvisible($0) || $0.properties.isWhitespace
          || CharacterInWords.asciiTwin(of: $0) != nil)
    }
  }

  /// The URI.
  public var description: String { "\(Self.scheme)\(bucket)/\(object)" }
}

/// By bytes: to Cloud Storage `é` in one character and in two are different names, to `String` they are equal.
extension StorageURI: Hashable {
  /// Whether two URIs have the same bytes.
  public static func == (left: StorageURI, right: StorageURI) -> Bool {
    left.bucket == right.bucket && left.object.utf8.elementsEqual(right.object.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bucket)
    for byte in object.utf8 { hasher.combine(byte) }
  }
}

/// Reads a name from the left: a collection, a slash, a piece, a slash and so on.
///
///     projects/my-project/locations/us-central1/models/123@1
///     collection  piece   collection   piece    …
///
/// - Complexity: linear in the name's length.
struct NameScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// Begins to read a name; refuses an address.
  init(_ text: String) throws(NameFault) {
    bytes = Array(text.utf8)
    if bytes.isEmpty { throw NameFault(piece: "name", problem: "is empty", range: 0..<0) }
    let isAddress = bytes.starts(with: "//".utf8) || ResourceKind.of(text) == .url
    if isAddress { throw NamePiece("name", bytes[...]).fault(Self.addressProblem(bytes)) }
  }

  /// What is wrong with an address instead of a name.
  private static func addressProblem(_ bytes: [UInt8]) -> String {
    "is the address \(CharacterInWords.quote(bytes[...])), but must be the name alone: "
      + "the part after the host and the API version, from 'projects/' on"
  }

  /// Reads the collection, which must have the given name, and the piece after it.
  mutating func piece(_ label: String, in collection: String) throws(NameFault) -> NamePiece {
    let word = segment("collection")
    let isLast = position == bytes.count
    if word.bytes.isEmpty, isLast { throw missing(label, in: collection) }
    try check(word, against: collection)
    position += isLast ? 0 : 1
    let piece = segment(label)
    if piece.bytes.isEmpty {
      throw position == bytes.count
        ? missing(label, in: collection) : piece.fault("is empty, because there are two slashes in a row")
    }
    position += position < bytes.count ? 1 : 0
    return piece
  }

  /// Reads the project and the location, with which every name begins.
  mutating func projectAndLocation() throws(NameFault) -> (ProjectReference, LocationName) {
    let project = try ProjectReference(piece("project", in: "projects"))
    return (project, try LocationName(piece("location", in: "locations")))
  }

  /// Requires that nothing follows.
  ///
  /// - Parameter label: the piece with which the name ends.
  func end(after label: String) throws(NameFault) {
    guard let rest else { return }
    throw rest.bytes.count == 1
      ? rest.fault("ends with a slash, but must end with the \(label)")
      : rest.fault("continues with \(CharacterInWords.quote(rest.bytes)), but must end with the \(label)")
  }

  /// The rest that was not read, with the slash before it; nil if all was read and the name does not end with a slash.
  var rest: NamePiece? {
    guard position > 0, bytes[position - 1] == UInt8(ascii: "/") else { return nil }
    return NamePiece("name", bytes[(position - 1)...])
  }

  /// Reads the bytes up to the next slash or the end.
  private mutating func segment(_ label: String) -> NamePiece {
    let start = position
    position = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    return NamePiece(label, bytes[start..<position])
  }

  private func missing(_ label: String, in collection: String) -> NameFault {
    NameFault(
      piece: label, problem: "is missing: it must follow '\(collection)/'",
      range: bytes.count..<bytes.count)
  }

  private func check(_ word: NamePiece, against collection: String) throws(NameFault) {
    if word.bytes.elementsEqual(collection.utf8) { return }
    let due = "but must be '\(collection)'"
    if word.bytes.isEmpty {
      let why = word.bytes.startIndex == 0 ? "the name begins with a slash" : "there are two slashes in a row"
      throw word.fault("is empty, because \(why), \(due)")
    }
    if let strange = word.bytes.firstIndex(where: { !NameCharacters.printed.contains($0) }) {
      throw word.fault(at: strange, due)
    }
    if word.bytes.count == bytes.count {
      throw NamePiece("name", word.bytes)
        .fault(
          "is \(CharacterInWords.quote(word.bytes)), but must be a full name that begins with 'projects/'")
    }
    throw word.fault("is \(CharacterInWords.quote(word.bytes)), \(due)")
  }
}

/// Reads a name from the left: a collection, a slash, a piece, a slash and so on.
///
///     projects/my-project/locations/us-central1/models/123@1
///     collection  piece   collection   piece    …
///
/// - Complexity: linear in the name's length, whatever it holds.
struct NameScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// Begins with a name; one that is an address is refused.
  init(_ text: String) throws(NameFault) {
    bytes = Array(text.utf8)
    if bytes.isEmpty { throw NameFault(piece: "name", problem: "is empty", range: 0..<0) }
    let isAddress = bytes.starts(with: "//".utf8) || ResourceKind.of(text) == .url
    if isAddress { throw NamePiece("name", bytes[...]).fault(Self.addressProblem(bytes)) }
  }

  /// What is wrong with an address where a name must stand.
  private static func addressProblem(_ bytes: [UInt8]) -> String {
    "is the address \(CharacterInWords.quote(bytes[...])), where the name alone must stand: "
      + "what follows the host and the version, from 'projects/' on"
  }

  /// Reads the collection, which must be the one named, and the piece behind it.
  mutating func piece(_ label: String, in collection: String) throws(NameFault) -> NamePiece {
    let word = segment("collection")
    let isLast = position == bytes.count
    if word.bytes.isEmpty, isLast { throw missing(label, in: collection) }
    try check(word, against: collection)
    position += isLast ? 0 : 1
    let piece = segment(label)
    if piece.bytes.isEmpty {
      throw position == bytes.count
        ? missing(label, in: collection) : piece.fault("is empty, for two slashes stand in a row")
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
      ? rest.fault("ends with a slash, where the \(label) must end it")
      : rest.fault("goes on with \(CharacterInWords.quote(rest.bytes)), where the \(label) must end it")
  }

  /// What was not read, with the slash before it; nil where all was read and no slash ends the name.
  var rest: NamePiece? {
    guard position > 0, bytes[position - 1] == UInt8(ascii: "/") else { return nil }
    return NamePiece("name", bytes[(position - 1)...])
  }

  /// The bytes up to the next slash or the end, and steps behind them.
  private mutating func segment(_ label: String) -> NamePiece {
    let start = position
    position = bytes[start...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    return NamePiece(label, bytes[start..<position])
  }

  private func missing(_ label: String, in collection: String) -> NameFault {
    NameFault(
      piece: label, problem: "is missing: it must stand behind '\(collection)/'",
      range: bytes.count..<bytes.count)
  }

  private func check(_ word: NamePiece, against collection: String) throws(NameFault) {
    if word.bytes.elementsEqual(collection.utf8) { return }
    let due = "where '\(collection)' must stand"
    if word.bytes.isEmpty {
      let why = word.bytes.startIndex == 0 ? "the name begins with a slash" : "two slashes stand in a row"
      throw word.fault("is empty, for \(why), \(due)")
    }
    if let strange = word.bytes.firstIndex(where: { !NameCharacters.printed.contains($0) }) {
      throw word.fault(at: strange, due)
    }
    if word.bytes.count == bytes.count {
      throw NamePiece("name", word.bytes)
        .fault("is \(CharacterInWords.quote(word.bytes)), where a full name must stand, from 'projects/' on")
    }
    throw word.fault("is \(CharacterInWords.quote(word.bytes)), \(due)")
  }
}

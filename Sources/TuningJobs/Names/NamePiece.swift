/// A piece of a name, and where it is.
///
///     projects/my-project/locations/us-central1     the piece "project"
///              9       19                           the indices of its bytes
struct NamePiece {
  /// What the piece is, such as "project".
  let label: String
  /// Its bytes, with the indices that they have in the name.
  let bytes: ArraySlice<UInt8>

  init(_ label: String, _ bytes: ArraySlice<UInt8>) {
    self.label = label
    self.bytes = bytes
  }

  /// A text that is one piece.
  init(_ label: String, whole text: String) {
    self.init(label, Array(text.utf8)[...])
  }

  /// The piece as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A fault of this piece.
  func fault(_ problem: String) -> NameFault {
    NameFault(piece: label, problem: problem, range: bytes.startIndex..<bytes.endIndex)
  }

  /// A fault because of the character that begins at an index.
  func fault(at index: Int, _ due: String) -> NameFault {
    let bytes = bytes[index...].prefix(4)
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    let end = index + UTF8.width(scalar)
    let verb =
      index == self.bytes.startIndex ? "begins with" : end == self.bytes.endIndex ? "ends with" : "contains"
    return fault("\(verb) \(CharacterInWords.describe(scalar)), \(due)")
  }

  /// Checks the characters of the piece; stops at the first fault from the left, and reads at most as many as are allowed.
  ///
  /// - Parameters:
  ///   - allowed: the characters that are allowed.
  ///   - counts: how many of them.
  ///   - first: those that it can begin with, if they are fewer.
  ///   - last: those that it can end with, if they are fewer.
  func check(
    _ allowed: NameCharacters, _ counts: ClosedRange<Int>, first: NameCharacters? = nil,
    last: NameCharacters? = nil
  ) throws(NameFault) {
    guard let firstByte = bytes.first, let lastByte = bytes.last else { throw fault("is empty") }
    let due = "but only \(allowed.words(joinedBy: "and")) are allowed"
    let read = bytes.prefix(counts.upperBound)
    let strange = read.firstIndex { !allowed.contains($0) }
    if let first, strange != bytes.startIndex, !first.contains(firstByte) {
      throw fault(at: bytes.startIndex, "but only \(first.words(joinedBy: "and")) are allowed there")
    }
    if let strange { throw fault(at: strange, due) }
    if bytes.count > counts.upperBound {
      throw fault("is longer than \(counts.upperBound) characters")
    }
    if bytes.count < counts.lowerBound {
      throw fault("is shorter than \(counts.lowerBound) characters")
    }
    if let last, !last.contains(lastByte) {
      throw fault(at: bytes.endIndex - 1, "but only \(last.words(joinedBy: "and")) are allowed there")
    }
  }

  /// Checks that the piece is a number from 1, as the service writes it.
  func checkNumber() throws(NameFault) {
    try check(.digits, 1...19)
    if bytes.first == UInt8(ascii: "0") { throw fault("begins with 0, but must be a number from 1") }
  }

  /// Whether the piece begins with a digit.
  var beginsWithDigit: Bool { bytes.first.map(NameCharacters.digits.contains) ?? false }

  /// Whether the piece has digits only.
  var isNumber: Bool { !bytes.isEmpty && bytes.allSatisfy(NameCharacters.digits.contains) }

  /// The pieces before and after the first such byte; the second is nil if there is no such byte.
  func split(at byte: Character, _ secondLabel: String) -> (NamePiece, NamePiece?) {
    guard let index = bytes.firstIndex(where: { $0 == byte.asciiValue }) else { return (self, nil) }
    return (NamePiece(label, bytes[..<index]), NamePiece(secondLabel, bytes[(index + 1)...]))
  }
}

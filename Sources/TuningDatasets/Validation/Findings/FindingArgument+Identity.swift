import Diagnostics
import JSONLines

extension LineFindings.Facts {
  /// A hash of the rule, the severity and the arguments; see ``FindingArgument/isTold(in:)``.
  ///
  /// - Parameter texts: those among the arguments that were made.
  @inline(__always)
  func identity(in line: LineBytes, _ texts: [String]) -> UInt64 {
    let rule = UInt64(truncatingIfNeeded: code.number) << 8 | UInt64(severity.rawValue)
    var hash = Fingerprint.hash(rule, Fingerprint.noContent)
    hash = arguments.0.identity(in: line, texts, hash)
    hash = arguments.1.identity(in: line, texts, hash &+ 1)
    return arguments.2.identity(in: line, texts, hash &+ 1)
  }
}

extension FindingArgument {
  /// A hash continued by what determines the text: equal ones belong to arguments with the same text, if these
  /// are told by it (``isTold(in:)``). No text is made of those that most findings have.
  @inline(__always)
  func identity(in line: LineBytes, _ texts: [String], _ hash: UInt64) -> UInt64 {
    if case .none = self { return hash }
    if case .literal(let text) = self { return Fingerprint.hash(text.identity, hash) }
    return otherIdentity(in: line, texts, hash)
  }

  @inline(never)
  private func otherIdentity(in line: LineBytes, _ texts: [String], _ hash: UInt64) -> UInt64 {
    switch self {
    case .number(let number): Fingerprint.hash(UInt64(bitPattern: Int64(number)), hash)
    case .string(let token): Self.hash(token.prefix(Self.mostBytes + 8, of: line), in: line, hash)
    case .raw(let range):
      Self.hash(range.prefix(Self.mostBytes + 8), in: line, Fingerprint.hash(2, hash))
    case .knownRole(let role): Self.hash(role.prefix(64, of: line), in: line, Fingerprint.hash(7, hash))
    case .made(let index): Self.hash(texts[index], Fingerprint.hash(4, hash))
    case .message(let message): Fingerprint.hash(UInt64(message.rawValue), Fingerprint.hash(8, hash))
    case .kind(let kind): Fingerprint.hash(UInt64(kind.rawValue), Fingerprint.hash(9, hash))
    case .spelling(let name, let style):
      Fingerprint.hash(name.identity, Fingerprint.hash(style == .camelCase ? 10 : 11, hash))
    case .name(of: .field(let index)): Fingerprint.hash(UInt64(index), Fingerprint.hash(3, hash))
    case .suggestion(let remedy): remedy.identity(in: line, Fingerprint.hash(6, hash))
    case .character(let offset): Self.hash(characterAt: offset, in: line, Fingerprint.hash(12, hash))
    case .controlName(let offset), .controlEscape(let offset):
      Fingerprint.hash(UInt64(line[offset]), Fingerprint.hash(13, hash))
    case .expectation(let expectation): Self.hash(expectation.rawValue, Fingerprint.hash(14, hash))
    case .kinds(let found, let expected):
      Self.hash(expected.name, Fingerprint.hash(UInt64(found.rawValue), Fingerprint.hash(15, hash)))
    default: Self.hash(text(in: line), Fingerprint.hash(4, hash))
    }
  }

  /// Whether the identity determines the text.
  func isTold(in line: LineBytes) -> Bool {
    if case .suggestion(let remedy) = self { remedy.isOfKind(in: line) } else { true }
  }

  /// The end of a line, and each byte that is not UTF-8, have one text.
  private static func hash(characterAt offset: Int, in line: LineBytes, _ hash: UInt64) -> UInt64 {
    guard offset < line.textEnd else { return Fingerprint.hash(.max, hash) }
    let length = line[offset] < 0x80 ? 1 : line.lengthOfScalar(at: offset)
    return self.hash(offset..<offset + length, in: line, hash)
  }

  private static func hash(_ token: StringToken, in line: LineBytes, _ hash: UInt64) -> UInt64 {
    self.hash(token.start..<token.end, in: line, Fingerprint.hash(1, hash))
  }

  private static func hash(_ range: Range<Int>, in line: LineBytes, _ hash: UInt64) -> UInt64 {
    var hash = Fingerprint.hash(UInt64(range.count), hash)
    for offset in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      hash = Fingerprint.hash(line.word(ofFirst: range.upperBound - offset, at: offset), hash)
    }
    return hash
  }

  private static func hash(_ text: String, _ hash: UInt64) -> UInt64 {
    var hash = Fingerprint.hash(UInt64(text.utf8.count), hash)
    var (word, length) = (UInt64(0), 0)
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      length += 1
      if length.isMultiple(of: 8) { hash = Fingerprint.hash(word, hash) }
    }
    return Fingerprint.hash(word, hash)
  }
}

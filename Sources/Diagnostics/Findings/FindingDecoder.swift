/// Reads the findings that a ``FindingEncoder`` has written.
struct FindingDecoder {
  private let bytes: [UInt8]
  /// How many lines are before the one that is counted as the first.
  private let lines: Int
  private var offset = 0
  /// The pointer of the last finding.
  private var pointer: [UInt8] = []
  /// The bytes of the last excerpt.
  private var excerpt: [UInt8] = []

  /// Reads a chunk.
  init(_ chunk: FindingChunk) {
    bytes = chunk.bytes
    lines = chunk.lines
  }

  /// The next finding; nil after the last.
  mutating func next() -> Finding? {
    guard offset < bytes.count else { return nil }
    let flags = FindingEncoder.Flags(rawValue: bytes[offset])
    offset += 1
    let code = RuleCode(number: number())
    var arguments: [String] = []
    let count = number()
    arguments.reserveCapacity(count)
    for _ in 0..<count { arguments.append(text()) }
    let numbers = placeNumbers()
    let length = number()
    readPointer()
    let location = location(numbers, String(decoding: pointer, as: UTF8.self), behind: lines)
    let fingerprint = Fingerprint(value: take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    let excerpt = flags.contains(.hasExcerpt) ? readExcerpt(flags) : nil
    return Finding(
      code: code, severity: flags.contains(.isError) ? .error : flags.contains(.isWarning) ? .warning : .info,
      arguments: arguments, location: location, length: length, excerpt: excerpt,
      related: flags.contains(.hasRelated) ? relatedPlaces() : [], fingerprint: fingerprint)
  }

  private mutating func relatedPlaces() -> [RelatedPlace] {
    (0..<number()).map { _ in
      let path = text()
      // Lines of other files are counted already.
      let place = location(placeNumbers(), text(), behind: path.isEmpty ? lines : 0)
      return RelatedPlace(path: path.isEmpty ? nil : path, location: place, message: text())
    }
  }

  /// Line, column, byte offset in the line, byte offset in the data.
  private mutating func placeNumbers() -> (Int, Int, Int, Int) { (number(), number(), number(), number()) }

  private func location(_ numbers: (Int, Int, Int, Int), _ pointer: String, behind lines: Int) -> Location {
    Location(
      line: numbers.0 + lines, column: numbers.1, byteOffsetInLine: numbers.2, byteOffset: numbers.3,
      pointer: pointer)
  }

  private mutating func text() -> String { String(decoding: take(number()), as: UTF8.self) }

  private mutating func number() -> Int {
    var (number, shift) = (UInt(0), UInt(0))
    while true {
      let byte = bytes[offset]
      offset += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  private mutating func readPointer() {
    let (shared, rest) = (number(), number())
    pointer.removeLast(pointer.count - shared)
    pointer += take(rest)
  }

  private mutating func readExcerpt(_ flags: FindingEncoder.Flags) -> Finding.Excerpt {
    let (shared, rest, faultOffset) = (number(), number(), number())
    var next: [UInt8] = []
    next.reserveCapacity(shared + rest)
    next += excerpt.suffix(shared)
    next += take(rest)
    excerpt = next
    return Finding.Excerpt(
      bytes: next, faultOffset: faultOffset, isCutBefore: flags.contains(.isCutBefore),
      isCutAfter: flags.contains(.isCutAfter))
  }
}

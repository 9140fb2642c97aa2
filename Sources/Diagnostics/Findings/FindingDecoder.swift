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
    for _ in 0..<count { arguments.append(String(decoding: take(number()), as: UTF8.self)) }
    let (line, column, inLine, inData, length) = (number(), number(), number(), number(), number())
    readPointer()
    let location = Location(
      line: line + lines, column: column, byteOffsetInLine: inLine, byteOffset: inData,
      pointer: String(decoding: pointer, as: UTF8.self))
    let fingerprint = Fingerprint(value: take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    return Finding(
      code: code, severity: flags.contains(.isError) ? .error : flags.contains(.isWarning) ? .warning : .info,
      arguments: arguments, location: location, length: length,
      excerpt: flags.contains(.hasExcerpt) ? readExcerpt(flags) : nil, fingerprint: fingerprint)
  }

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

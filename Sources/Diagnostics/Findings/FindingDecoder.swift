/// Reads the findings that a ``FindingEncoder`` has written.
struct FindingDecoder {
  private let bytes: [UInt8]
  /// How many lines are before the one that is counted as the first.
  private let lines: Int
  private var offset = 0
  /// The arguments of the last finding.
  private var arguments: [String] = []
  /// The pointer of the last finding.
  private var pointer: [UInt8] = []
  private var pointerText = ""
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
    let flags = FindingEncoder.Flags(rawValue: UInt16(truncatingIfNeeded: number()))
    let code = RuleCode(number: number())
    if !flags.contains(.hasSameArguments) { readArguments() }
    let numbers = placeNumbers()
    let length = number()
    readPointer()
    let location = location(numbers, pointerText, behind: lines)
    let fingerprint = readFingerprint()
    let occurrences = flags.contains(.hasOccurrences) ? number() : 1
    let excerpt = flags.contains(.hasExcerpt) ? readExcerpt(flags) : nil
    return Finding(
      code: code, severity: flags.contains(.isError) ? .error : flags.contains(.isWarning) ? .warning : .info,
      arguments: arguments, location: location, length: length, excerpt: excerpt,
      related: flags.contains(.hasRelated) ? relatedPlaces() : [], fingerprint: fingerprint,
      occurrences: occurrences,
      edits: flags.contains(.hasEdits) ? edits(at: location.byteOffset) : [])
  }

  private mutating func relatedPlaces() -> [RelatedPlace] {
    (0..<number()).map { _ in
      let path = text()
      // Lines of other files are counted already.
      let place = location(placeNumbers(), text(), behind: path.isEmpty ? lines : 0)
      return RelatedPlace(path: path.isEmpty ? nil : path, location: place, message: text())
    }
  }

  private mutating func edits(at offset: Int) -> [Edit] {
    var last = offset
    return (0..<number()).map { _ in
      let distance = number()
      let start = last + (distance >> 1 ^ -(distance & 1))
      let length = number()
      last = start + (length >> 1)
      return Edit(range: start..<last, replacement: Array(take(number())), isSafe: length & 1 == 1)
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

  private mutating func readArguments() {
    let count = number()
    if arguments.count > count { arguments.removeLast(arguments.count - count) }
    for index in 0..<count {
      let length = number()
      if length == 0 { continue }
      let argument = String(decoding: take(length - 1), as: UTF8.self)
      if index < arguments.count { arguments[index] = argument } else { arguments.append(argument) }
    }
  }

  private mutating func readPointer() {
    let (shared, rest) = (number(), number())
    if rest == 0, shared == pointer.count { return }
    pointer.removeLast(pointer.count - shared)
    pointer += take(rest)
    pointerText = String(decoding: pointer, as: UTF8.self)
  }

  private mutating func readFingerprint() -> Fingerprint {
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += 8
    return Fingerprint(value: value)
  }

  private mutating func readExcerpt(_ flags: FindingEncoder.Flags) -> Finding.Excerpt {
    let (shared, rest, faultOffset) = (number(), number(), number())
    var next: [UInt8] = []
    next.reserveCapacity(shared + rest)
    next += excerpt[(excerpt.count - shared)...]
    next += take(rest)
    excerpt = next
    return Finding.Excerpt(
      bytes: next, faultOffset: faultOffset, isCutBefore: flags.contains(.isCutBefore),
      isCutAfter: flags.contains(.isCutAfter))
  }
}

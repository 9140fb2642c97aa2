/// Reads the findings that a ``FindingEncoder`` has written.
struct FindingDecoder {
  private let bytes: [UInt8]
  /// How many lines are before the one that is counted as the first.
  private let lines: Int
  private var offset = 0
  /// Memory for the arguments of the next finding.
  private var arguments = FindingArguments()

  /// Reads a chunk.
  init(_ chunk: FindingChunk) {
    bytes = chunk.bytes
    lines = chunk.lines
  }

  /// Turns the finding before into the next; false after the last. The first one of a chunk is read where nothing is before it.
  mutating func next(_ finding: inout FindingRecord) -> Bool {
    guard offset < bytes.count else { return false }
    if offset == 0 {
      finding.arguments.removeAll()
      finding.pointer.removeAll(keepingCapacity: true)
      finding.excerpt.removeAll(keepingCapacity: true)
    }
    let flags = FindingEncoder.Flags(rawValue: UInt16(truncatingIfNeeded: number()))
    finding.code = RuleCode(number: number())
    finding.severity = flags.contains(.isError) ? .error : flags.contains(.isWarning) ? .warning : .info
    if !flags.contains(.hasSameArguments) { readArguments(&finding.arguments) }
    finding.hasPlace = true
    finding.line = number() + lines
    finding.column = number()
    finding.byteOffsetInLine = number()
    finding.byteOffset = number()
    finding.length = number()
    readPointer(&finding.pointer)
    finding.fingerprint = readFingerprint()
    finding.occurrences = flags.contains(.hasOccurrences) ? number() : 1
    finding.hasExcerpt = flags.contains(.hasExcerpt)
    if finding.hasExcerpt { readExcerpt(flags, &finding) }
    if flags.contains(.hasRelated) {
      finding.related = relatedPlaces()
    } else if !finding.related.isEmpty {
      finding.related = []
    }
    if flags.contains(.hasEdits) {
      finding.edits = edits(at: finding.byteOffset)
    } else if !finding.edits.isEmpty {
      finding.edits = []
    }
    return true
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

  private mutating func readArguments(_ last: inout FindingArguments) {
    arguments.removeAll()
    for index in 0..<number() {
      let length = number()
      if length == 0 {
        arguments.append { $0.append(contentsOf: last.bytes[last[index]]) }
      } else {
        let argument = take(length - 1)
        arguments.append { $0.append(contentsOf: argument) }
      }
    }
    swap(&arguments, &last)
  }

  private mutating func readPointer(_ pointer: inout [UInt8]) {
    let (shared, rest) = (number(), number())
    if rest == 0, shared == pointer.count { return }
    pointer.removeLast(pointer.count - shared)
    pointer.append(contentsOf: take(rest))
  }

  private mutating func readFingerprint() -> Fingerprint {
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += 8
    return Fingerprint(value: value)
  }

  private mutating func readExcerpt(_ flags: FindingEncoder.Flags, _ finding: inout FindingRecord) {
    let (shared, rest, faultOffset) = (number(), number(), number())
    finding.excerpt.removeFirst(finding.excerpt.count - shared)
    finding.excerpt.append(contentsOf: take(rest))
    finding.faultOffset = faultOffset
    finding.isCutBefore = flags.contains(.isCutBefore)
    finding.isCutAfter = flags.contains(.isCutAfter)
  }
}

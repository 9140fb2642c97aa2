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
    let memory = bytes
    let bytes = memory.span
    guard offset < bytes.count else { return false }
    if offset == 0 { begin(&finding) }
    var next = offset
    let flags = FindingEncoder.Flags(rawValue: UInt16(truncatingIfNeeded: bytes.number(at: &next)))
    finding.code = RuleCode(number: bytes.number(at: &next))
    finding.severity = flags.contains(.isError) ? .error : flags.contains(.isWarning) ? .warning : .info
    finding.hasPlace = true
    finding.line &+= bytes.number(at: &next)
    finding.column = bytes.number(at: &next)
    finding.byteOffsetInLine = bytes.number(at: &next)
    finding.byteOffset &+= bytes.number(at: &next)
    finding.length = bytes.number(at: &next)
    var fingerprint: UInt64 = 0
    for index in 0..<8 { fingerprint |= UInt64(bytes[next + index]) << UInt64(8 * index) }
    finding.fingerprint = Fingerprint(value: fingerprint)
    next += 8
    finding.occurrences = flags.contains(.hasOccurrences) ? bytes.number(at: &next) : 1
    let samePointer = bytes.number(at: &next)
    let pointerEnd = bytes.number(at: &next)
    finding.hasExcerpt = flags.contains(.hasExcerpt)
    var (sameExcerpt, excerptCount) = (0, 0)
    if finding.hasExcerpt {
      sameExcerpt = bytes.number(at: &next)
      excerptCount = bytes.number(at: &next)
      finding.faultOffset = bytes.number(at: &next)
      finding.isCutBefore = flags.contains(.isCutBefore)
      finding.isCutAfter = flags.contains(.isCutAfter)
    }
    if !flags.contains(.hasSameArguments) { readArguments(bytes, &finding.arguments, &next) }
    finding.pointer.keepFirst(samePointer)
    finding.pointer.append(bytes.extracting(next..<next + pointerEnd))
    next += pointerEnd
    if finding.hasExcerpt {
      finding.excerpt.keepLast(sameExcerpt)
      finding.excerpt.append(bytes.extracting(next..<next + excerptCount))
      next += excerptCount
    }
    if flags.contains(.hasEdits) {
      let count = bytes.number(at: &next)
      finding.edits.set(encoded: bytes.extracting(next..<next + count))
      next += count
    } else {
      finding.edits.removeAll()
    }
    if flags.contains(.hasRelated) {
      finding.related = relatedPlaces(&next)
    } else if !finding.related.isEmpty {
      finding.related = []
    }
    offset = next
    return true
  }

  private func begin(_ finding: inout FindingRecord) {
    (finding.line, finding.byteOffset) = (lines, 0)
    finding.arguments.removeAll()
    finding.pointer.clear()
    finding.excerpt.clear()
  }

  private func relatedPlaces(_ next: inout Int) -> [RelatedPlace] {
    (0..<bytes.span.number(at: &next)).map { _ in
      let path = text(&next)
      // Lines of other files are counted already.
      let line = bytes.span.number(at: &next) + (path.isEmpty ? lines : 0)
      let column = bytes.span.number(at: &next)
      let byteOffsetInLine = bytes.span.number(at: &next)
      let byteOffset = bytes.span.number(at: &next)
      let place = Location(
        line: line, column: column, byteOffsetInLine: byteOffsetInLine, byteOffset: byteOffset,
        pointer: text(&next))
      return RelatedPlace(path: path.isEmpty ? nil : path, location: place, message: text(&next))
    }
  }

  private func text(_ next: inout Int) -> String {
    let count = bytes.span.number(at: &next)
    defer { next += count }
    return String(decoding: bytes[next..<next + count], as: UTF8.self)
  }

  private mutating func readArguments(
    _ bytes: Span<UInt8>, _ last: inout FindingArguments, _ next: inout Int
  ) {
    arguments.removeAll()
    for index in 0..<bytes.number(at: &next) {
      let length = bytes.number(at: &next)
      if length == 0 {
        arguments.append(last.bytes.span.extracting(last[index]))
      } else {
        arguments.append(bytes.extracting(next..<next + length - 1))
        next += length - 1
      }
    }
    swap(&arguments, &last)
  }
}

extension [UInt8] {
  fileprivate mutating func keepFirst(_ kept: Int) {
    if kept < count { removeLast(count - kept) }
  }

  fileprivate mutating func keepLast(_ kept: Int) {
    if kept == 0 { return clear() }
    if kept < count { removeFirst(count - kept) }
  }
}

/// Writes findings as bytes that a ``FindingDecoder`` reads, each in what is new against the one before.
///
///     flags  code  line  column  …  lengths  arguments  pointer: rest  excerpt: rest  edits  related places
///
/// Findings close to each other share most of the line around them, so a record takes about as many bytes as the message
/// has that it is for.
struct FindingEncoder: Sendable {
  /// What a record's first number tells; the rare ones make it two bytes long.
  struct Flags: OptionSet {
    let rawValue: UInt16
    static let isWarning = Flags(rawValue: 1)
    static let isError = Flags(rawValue: 2)
    static let hasExcerpt = Flags(rawValue: 4)
    static let isCutBefore = Flags(rawValue: 8)
    static let isCutAfter = Flags(rawValue: 16)
    /// The arguments are those of the finding before.
    static let hasSameArguments = Flags(rawValue: 32)
    static let hasEdits = Flags(rawValue: 64)
    static let hasRelated = Flags(rawValue: 128)
    /// It is about several lines.
    static let hasOccurrences = Flags(rawValue: 256)
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = []
  /// The arguments and the pointer of the last finding.
  private var arguments = FindingArguments()
  private var pointer: [UInt8] = []
  // Where the last finding is.
  private var line = 0
  private var byteOffset = 0
  /// Where the last excerpt is in the data.
  private var excerpt = 0..<0

  /// The most bytes of the numbers that findings have whatever their arguments are.
  private static let mostNumberBytes = 15 * OutputSpan<UInt8>.mostNumberBytes + 8

  /// Writes a finding that has a place. It takes its memory, and leaves other memory that is to be filled.
  mutating func append(_ finding: inout FindingRecord) {
    let flags = flags(of: finding)
    let samePointer = finding.pointer.span.countOfSame(as: pointer.span)
    let sameExcerpt = noteExcerpt(of: finding)
    let (lines, distance) = (finding.line &- line, finding.byteOffset &- byteOffset)
    let most =
      Self.mostNumberBytes + finding.arguments.bytes.count
      + finding.arguments.count * OutputSpan<UInt8>.mostNumberBytes + finding.pointer.count
      + finding.excerpt.count + finding.edits.bytes.count
    let before = arguments
    bytes.append(addingCapacity: most) { room in
      room.append(number: Int(flags.rawValue))
      room.append(number: finding.code.number)
      room.append(number: lines)
      room.append(number: finding.column)
      room.append(number: finding.byteOffsetInLine)
      room.append(number: distance)
      room.append(number: finding.length)
      for shift in stride(from: 0, to: 64, by: 8) {
        room.append(UInt8(truncatingIfNeeded: finding.fingerprint.value >> UInt64(shift)))
      }
      if finding.occurrences != 1 { room.append(number: finding.occurrences) }
      room.append(number: samePointer)
      room.append(number: finding.pointer.count - samePointer)
      if finding.hasExcerpt {
        room.append(number: sameExcerpt)
        room.append(number: finding.excerpt.count - sameExcerpt)
        room.append(number: finding.faultOffset)
      }
      if !flags.contains(.hasSameArguments) {
        Self.append(finding.arguments, behind: before, to: &room)
      }
      room.append(finding.pointer.span.extracting(samePointer...))
      if finding.hasExcerpt { room.append(finding.excerpt.span.extracting(sameExcerpt...)) }
      if flags.contains(.hasEdits) {
        room.append(number: finding.edits.bytes.count)
        room.append(finding.edits.bytes.span)
      }
    }
    if !finding.related.isEmpty { append(finding.related) }
    (line, byteOffset) = (finding.line, finding.byteOffset)
    swap(&arguments, &finding.arguments)
    swap(&pointer, &finding.pointer)
  }

  /// Writes arguments, each with its length and one more, or 0 if it is that of the finding before.
  private static func append(
    _ next: FindingArguments, behind last: FindingArguments, to room: inout OutputSpan<UInt8>
  ) {
    room.append(number: next.count)
    for index in 0..<next.count {
      if next.isSame(index, in: last) {
        room.append(number: 0)
      } else {
        room.append(number: next[index].count + 1)
        room.append(next.bytes.span.extracting(next[index]))
      }
    }
  }

  private mutating func append(_ places: [RelatedPlace]) {
    append(places.count)
    for place in places {
      // The path of the finding's own file is not written; no file has an empty one.
      append(place.path ?? "")
      append(place.location.line)
      append(place.location.column)
      append(place.location.byteOffsetInLine)
      append(place.location.byteOffset)
      append(place.location.pointer)
      append(place.message)
    }
  }

  private mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(text.utf8.span)
  }

  private mutating func append(_ number: Int) {
    bytes.append(addingCapacity: OutputSpan<UInt8>.mostNumberBytes) { $0.append(number: number) }
  }

  private func flags(of finding: FindingRecord) -> Flags {
    var flags: Flags =
      switch finding.severity {
      case .info: []
      case .warning: .isWarning
      case .error: .isError
      }
    if !finding.related.isEmpty { flags.insert(.hasRelated) }
    if !finding.edits.isEmpty { flags.insert(.hasEdits) }
    if finding.arguments.areSame(as: arguments) { flags.insert(.hasSameArguments) }
    if finding.occurrences != 1 { flags.insert(.hasOccurrences) }
    guard finding.hasExcerpt else { return flags }
    flags.insert(.hasExcerpt)
    if finding.isCutBefore { flags.insert(.isCutBefore) }
    if finding.isCutAfter { flags.insert(.isCutAfter) }
    return flags
  }

  /// Notes where the excerpt of a finding is. Returns how much of the one before it begins with.
  private mutating func noteExcerpt(of finding: FindingRecord) -> Int {
    guard finding.hasExcerpt else { return 0 }
    let start = finding.byteOffset - finding.faultOffset
    let place = start..<start + finding.excerpt.count
    defer { excerpt = place }
    let isContinued =
      excerpt.lowerBound <= start && start <= excerpt.upperBound && excerpt.upperBound <= place.upperBound
    return isContinued ? excerpt.upperBound - start : 0
  }
}

/// Writes findings as bytes that a ``FindingDecoder`` reads, each in what is new against the one before.
///
///     flags  code  arguments  line  column  …  pointer: shared, rest  excerpt: shared, rest  related places  edits
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
    static let hasRelated = Flags(rawValue: 32)
    /// The arguments are those of the finding before.
    static let hasSameArguments = Flags(rawValue: 64)
    static let hasEdits = Flags(rawValue: 128)
    /// It is about several lines.
    static let hasOccurrences = Flags(rawValue: 256)
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = []
  /// The arguments of the last finding.
  private var arguments: [String] = []
  /// The pointer of the last finding.
  private var pointer = ""
  /// Where the last excerpt is in the data.
  private var excerpt = 0..<0

  /// Writes a finding that has a place.
  mutating func append(_ finding: Finding, at location: Location) {
    let flags = flags(of: finding)
    append(Int(flags.rawValue))
    append(finding.code.number)
    if !flags.contains(.hasSameArguments) { append(finding.arguments) }
    append(numbersOf: location)
    append(finding.length)
    append(pointer: location.pointer)
    append(finding.fingerprint)
    if finding.occurrences != 1 { append(finding.occurrences) }
    if let excerpt = finding.excerpt { append(excerpt, at: location.byteOffset) }
    if !finding.related.isEmpty { append(finding.related) }
    if !finding.edits.isEmpty { append(finding.edits, at: location.byteOffset) }
  }

  /// Writes edits, each by its distance from the one before, the first by that from the finding.
  private mutating func append(_ edits: [Edit], at offset: Int) {
    append(edits.count)
    var last = offset
    for edit in edits {
      let distance = edit.range.lowerBound - last
      append(distance << 1 ^ distance >> (Int.bitWidth - 1))
      append(edit.range.count << 1 | (edit.isSafe ? 1 : 0))
      append(edit.replacement.count)
      bytes += edit.replacement
      last = edit.range.upperBound
    }
  }

  /// Writes arguments, each with its length and one more, or 0 if it is that of the finding before.
  private mutating func append(_ next: [String]) {
    append(next.count)
    for (index, argument) in next.enumerated() {
      if index < arguments.count, arguments[index] == argument {
        append(0)
      } else {
        append(argument.utf8.count + 1)
        bytes.append(contentsOf: argument.utf8)
      }
    }
    arguments = next
  }

  private mutating func append(_ places: [RelatedPlace]) {
    append(places.count)
    for place in places {
      // The path of the finding's own file is not written; no file has an empty one.
      append(place.path ?? "")
      append(numbersOf: place.location)
      append(place.location.pointer)
      append(place.message)
    }
  }

  private mutating func append(numbersOf location: Location) {
    append(location.line)
    append(location.column)
    append(location.byteOffsetInLine)
    append(location.byteOffset)
  }

  private mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private func flags(of finding: Finding) -> Flags {
    var flags: Flags =
      switch finding.severity {
      case .info: []
      case .warning: .isWarning
      case .error: .isError
      }
    if !finding.related.isEmpty { flags.insert(.hasRelated) }
    if !finding.edits.isEmpty { flags.insert(.hasEdits) }
    if finding.arguments == arguments { flags.insert(.hasSameArguments) }
    if finding.occurrences != 1 { flags.insert(.hasOccurrences) }
    guard let excerpt = finding.excerpt else { return flags }
    flags.insert(.hasExcerpt)
    if excerpt.isCutBefore { flags.insert(.isCutBefore) }
    if excerpt.isCutAfter { flags.insert(.isCutAfter) }
    return flags
  }

  /// Writes a number in groups of seven bits, the lowest first.
  private mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private mutating func append(_ fingerprint: Fingerprint) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: fingerprint.value >> shift))
    }
  }

  private mutating func append(pointer next: String) {
    let (bytesOfNext, bytesBefore) = (next.utf8.span, pointer.utf8.span)
    let most = min(bytesOfNext.count, bytesBefore.count)
    var shared = 0
    while shared < most, bytesOfNext[shared] == bytesBefore[shared] { shared += 1 }
    append(shared)
    append(bytesOfNext.count - shared)
    for index in shared..<bytesOfNext.count { bytes.append(bytesOfNext[index]) }
    pointer = next
  }

  /// Writes an excerpt around an offset of the data: how much of the one before it begins with, and the rest.
  private mutating func append(_ next: Finding.Excerpt, at offset: Int) {
    let start = offset - next.faultOffset
    let place = start..<start + next.bytes.count
    let isContinued =
      excerpt.lowerBound <= start && start <= excerpt.upperBound && excerpt.upperBound <= place.upperBound
    let shared = isContinued ? excerpt.upperBound - start : 0
    append(shared)
    append(next.bytes.count - shared)
    append(next.faultOffset)
    bytes.append(contentsOf: next.bytes[shared...])
    excerpt = place
  }
}

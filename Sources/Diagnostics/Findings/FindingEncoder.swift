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
  private var arguments = FindingArguments()
  /// The pointer of the last finding.
  private var pointer: [UInt8] = []
  /// Where the last excerpt is in the data.
  private var excerpt = 0..<0

  /// Writes a finding that has a place.
  mutating func append(_ finding: FindingRecord) {
    let flags = flags(of: finding)
    append(Int(flags.rawValue))
    append(finding.code.number)
    if !flags.contains(.hasSameArguments) { append(finding.arguments) }
    append(finding.line)
    append(finding.column)
    append(finding.byteOffsetInLine)
    append(finding.byteOffset)
    append(finding.length)
    append(pointer: finding.pointer)
    append(finding.fingerprint)
    if finding.occurrences != 1 { append(finding.occurrences) }
    if finding.hasExcerpt {
      append(excerpt: finding.excerpt, from: finding.byteOffset - finding.faultOffset, finding.faultOffset)
    }
    if !finding.related.isEmpty { append(finding.related) }
    if !finding.edits.isEmpty { append(finding.edits, at: finding.byteOffset) }
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
  private mutating func append(_ next: FindingArguments) {
    append(next.count)
    for index in 0..<next.count {
      if next.isSame(index, in: arguments) {
        append(0)
      } else {
        append(next[index].count + 1)
        bytes.append(contentsOf: next.bytes[next[index]])
      }
    }
    arguments.copy(next)
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

  private mutating func append(pointer next: [UInt8]) {
    let most = min(next.count, pointer.count)
    var shared = 0
    while shared < most, next[shared] == pointer[shared] { shared += 1 }
    append(shared)
    append(next.count - shared)
    if shared == next.count, shared == pointer.count { return }
    bytes.append(contentsOf: next[shared...])
    pointer.removeAll(keepingCapacity: true)
    pointer.append(contentsOf: next)
  }

  /// Writes an excerpt that begins at an offset of the data: how much of the one before it begins with, and the rest.
  private mutating func append(excerpt next: [UInt8], from start: Int, _ faultOffset: Int) {
    let place = start..<start + next.count
    let isContinued =
      excerpt.lowerBound <= start && start <= excerpt.upperBound && excerpt.upperBound <= place.upperBound
    let shared = isContinued ? excerpt.upperBound - start : 0
    append(shared)
    append(next.count - shared)
    append(faultOffset)
    bytes.append(contentsOf: next[shared...])
    excerpt = place
  }
}

/// Findings that are one mistake repeated: of the same rule and severity, at the same kind of place, with the same arguments.
public struct RootCause: Sendable, Equatable, Codable {
  /// The first of them.
  public private(set) var first: Finding
  /// How many there are.
  public private(set) var findings = 1
  /// The lines that they are in.
  public private(set) var lines = 1
  /// The places of the first of them, at most three.
  public private(set) var places: [Location]
  /// The last line that one of them is in.
  private var lastLine: Int

  /// The findings that have the same cause, at least: fewer are as well shown one by one.
  private static let fewest = 4
  /// The most places that are kept.
  private static let mostPlaces = 3

  /// Begins with the first finding, which is in a line.
  init(_ first: Finding, at location: Location) {
    self.first = first
    places = [location]
    lastLine = location.line
  }

  /// Whether there are so many that they are shown once.
  var isRepeated: Bool { findings >= Self.fewest }

  /// Whether a finding is one of them. O(length of its arguments and of its pointer).
  package func has(_ finding: Finding) -> Bool {
    finding.location.map {
      has(finding.code, finding.severity, finding.arguments, pointer: $0.pointer)
    } ?? false
  }

  /// Whether a finding with a place is one of them.
  func has(_ code: RuleCode, _ severity: Severity, _ arguments: [String], pointer: String) -> Bool {
    first.code == code && first.severity == severity && first.arguments == arguments
      && Self.haveSameShape(first.location?.pointer ?? "", pointer)
  }

  /// Counts one more, which is after the others.
  mutating func add(at location: Location) {
    findings += 1
    if location.line != lastLine { lines += 1 }
    lastLine = location.line
    if places.count < Self.mostPlaces { places.append(location) }
  }

  /// Counts more, at least one, which are after the others.
  mutating func add(_ more: KnownCauses.Count) {
    findings += more.findings
    lines += more.firstLine == lastLine ? more.lines - 1 : more.lines
    lastLine = more.lastLine
  }

  /// Whether no more places are kept.
  var isFull: Bool { places.count == Self.mostPlaces }

  /// Adds those of the lines that follow.
  mutating func append(_ next: RootCause) {
    findings += next.findings
    lines += next.lines
    lastLine = next.lastLine
    places += next.places.prefix(Self.mostPlaces - places.count)
  }

  /// The same, the lines counted from `lines` lines earlier.
  func moved(behind lines: Int) -> RootCause {
    var moved = self
    moved.first = first.moved(behind: lines)
    moved.places = places.map { $0.moved(behind: lines) }
    moved.lastLine += lines
    return moved
  }

  /// Whether pointers differ only in the numbers of elements: `/contents/1/role` and `/contents/12/role`.
  static func haveSameShape(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (left, right) = (left.utf8.span, right.utf8.span)
    var (index, other) = (0, 0)
    while index < left.count, other < right.count {
      let isStart = index > 0 && left[index - 1] == UInt8(ascii: "/")
      if isStart, other > 0, right[other - 1] == UInt8(ascii: "/"),
        let end = endOfNumber(left, index), let otherEnd = endOfNumber(right, other)
      {
        (index, other) = (end, otherEnd)
      } else {
        guard left[index] == right[other] else { return false }
        (index, other) = (index + 1, other + 1)
      }
    }
    return index == left.count && other == right.count
  }

  /// Where a step ends that is a number; nil if it is not.
  private static func endOfNumber(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    return end > start && (end == text.count || text[end] == UInt8(ascii: "/")) ? end : nil
  }
}

/// Findings in the order of their places, as bytes.
struct FindingLane: Sendable, Codable {
  /// What is complete.
  private(set) var chunks: [FindingChunk] = []
  /// What is being written.
  private var open = FindingEncoder()
  /// The places of the first finding and of the last; nil without findings.
  private var first: Place?
  private var last: Place?
  /// Whether there was no room for some of the findings.
  private(set) var hasLost = false

  /// Where a finding is, and its rule.
  private struct Place: Comparable, Codable {
    let byteOffset: Int
    let code: RuleCode

    static func < (left: Place, right: Place) -> Bool {
      (left.byteOffset, left.code) < (right.byteOffset, right.code)
    }
  }

  private enum CodingKeys: CodingKey { case chunks, first, last, hasLost }

  /// The bytes of a chunk: so much of each lane is in memory.
  private static let chunkBytes = 1 << 16

  /// A lane without findings.
  init() {}

  /// Whether a finding belongs behind those that are there.
  func takes(_ finding: FindingRecord) -> Bool {
    guard let last else { return true }
    return last <= Place(byteOffset: finding.byteOffset, code: finding.code)
  }

  /// Whether all findings of another lane belong behind those that are there.
  func takes(_ next: FindingLane) -> Bool {
    guard let last, let first = next.first else { return true }
    return last <= first
  }

  /// Adds a finding behind the last one, and takes its memory.
  mutating func append(_ finding: inout FindingRecord, _ storage: (any FindingStorage)?) {
    let place = Place(byteOffset: finding.byteOffset, code: finding.code)
    if first == nil { first = place }
    last = place
    open.append(&finding)
    if open.bytes.count >= Self.chunkBytes { close(storage) }
  }

  /// Adds a lane, closed, whose findings are all behind these, after so many lines.
  mutating func append(_ next: FindingLane, behind lines: Int, _ storage: (any FindingStorage)?) {
    close(storage)
    chunks += next.chunks.map { $0.moved(behind: lines) }
    first = first ?? next.first
    last = next.last ?? last
    hasLost = hasLost || next.hasLost
  }

  /// Completes what is being written.
  mutating func close(_ storage: (any FindingStorage)?) {
    if open.bytes.isEmpty { return }
    let content = storage.map { $0.keep(open.bytes) } ?? .memory(open.bytes)
    if let content { chunks.append(FindingChunk(content)) } else { hasLost = true }
    open = FindingEncoder()
  }
}

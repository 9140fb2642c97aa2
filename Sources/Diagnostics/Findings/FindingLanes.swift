/// Findings that come nearly in the order of their places: those that come too late are in lanes of their own, and are put
/// in their places when they are read.
///
///     lane 0   1 ─ 2 ─ 5 ─ 6 ─ 9
///     lane 1       3 ─ 4 ─ 7
struct FindingLanes: Sendable, Codable {
  private(set) var lanes: [FindingLane] = []

  /// No findings.
  init() {}

  /// Whether there was no room for some of the findings.
  var hasLost: Bool { lanes.contains(where: \.hasLost) }

  /// Adds a finding, and takes its memory.
  mutating func append(_ finding: inout FindingRecord, _ storage: (any FindingStorage)?) {
    var index = 0
    while index < lanes.count, !lanes[index].takes(finding) { index += 1 }
    if index == lanes.count { lanes.append(FindingLane()) }
    lanes[index].append(&finding, storage)
  }

  /// Adds lanes whose lines come after so many.
  mutating func append(_ next: FindingLanes, behind lines: Int, _ storage: (any FindingStorage)?) {
    var next = next
    next.close(storage)
    for lane in next.lanes {
      var index = 0
      while index < lanes.count, !lanes[index].takes(lane) { index += 1 }
      if index == lanes.count { lanes.append(FindingLane()) }
      lanes[index].append(lane, behind: lines, storage)
    }
  }

  /// Completes what is being written.
  mutating func close(_ storage: (any FindingStorage)?) {
    for index in lanes.indices { lanes[index].close(storage) }
  }
}

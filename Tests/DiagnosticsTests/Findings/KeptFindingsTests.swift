import Diagnostics
import Testing

/// Findings without a maximum, which are kept as bytes.
@Suite struct KeptFindingsTests {
  /// Keeps bytes, but only so many of them.
  private final class SmallStorage: FindingStorage, @unchecked Sendable {
    private var bytes: [UInt8] = []
    private let room: Int
    private(set) var failure: String?

    init(room: Int) { self.room = room }

    func keep(_ more: [UInt8]) -> FindingChunk.Content? {
      guard bytes.count + more.count <= room else {
        failure = "no room"
        return nil
      }
      bytes += more
      return .stored(bytes.count - more.count..<bytes.count, self)
    }

    func bytes(in place: Range<Int>) -> [UInt8] {
      guard !isBroken else {
        failure = "broken"
        return []
      }
      return Array(bytes[place])
    }

    var isBroken = false
  }

  private func settings(_ storage: (any FindingStorage)? = nil) throws -> RuleSettings {
    var settings = try RuleSettings(SampleRules.book, select: ["TK401", "TK408"], ignore: [])
    settings.maximumFindings = 0
    settings.storage = storage
    return settings
  }

  /// The data that excerpts are parts of.
  private static let data: [UInt8] = (0..<200_000).map { UInt8(truncatingIfNeeded: ($0 * $0) >> 3) }

  private func finding(at offset: Int) -> Finding {
    let start = max(0, offset - 200)
    return Finding(
      code: offset.isMultiple(of: 3) ? "TK401" : "TK408",
      severity: [.info, .warning, .error][offset % 3],
      arguments: offset.isMultiple(of: 5) ? [] : ["", "ä{1}", String(repeating: "x", count: offset % 200)],
      location: Location(
        line: offset / 1000, column: offset % 1000 + 1, byteOffsetInLine: offset % 1000, byteOffset: offset,
        pointer: offset.isMultiple(of: 7) ? "" : "/ключ\(offset / 100)/\(offset)"),
      length: offset % 300 + 1,
      excerpt: offset.isMultiple(of: 11)
        ? nil
        : Finding.Excerpt(
          bytes: Array(Self.data[start..<start + 100 + offset % 300]), faultOffset: offset - start,
          isCutBefore: start > 0, isCutAfter: offset.isMultiple(of: 2)),
      related: offset.isMultiple(of: 13) ? related(to: offset) : [],
      fingerprint: offset.isMultiple(of: 2)
        ? nil : Fingerprint("TK401", pointer: "", content: UInt64(offset)),
      occurrences: offset.isMultiple(of: 17) ? offset + 2 : 1
    )
  }

  /// A place in the same file, and one in another.
  private func related(to offset: Int) -> [RelatedPlace] {
    let location = Location(
      line: offset / 1000, column: 3, byteOffsetInLine: 2, byteOffset: offset, pointer: "/ключ/\(offset)")
    return [
      RelatedPlace(location: location, message: "the first of them"),
      RelatedPlace(path: "data/ä.jsonl", location: location, message: ""),
    ]
  }

  /// Offsets that are nearly in order: of each hundred, the odd ones come after the even ones.
  private static let offsets: [Int] = (0..<40).flatMap { (hundred: Int) -> [Int] in
    let even = (0..<50).map { hundred * 100 + 2 * $0 }
    return even + even.map { $0 + 1 }
  }

  @Test func areReadInTheOrderOfTheData() throws {
    var ledger = FindingLedger(try settings(SmallStorage(room: .max)))
    for offset in Self.offsets { ledger.add(finding(at: offset)) }
    ledger.add(Finding(code: "TK408", severity: .info, arguments: ["whole"]))
    ledger.close()
    let kept = Array(ledger.tally.kept)
    #expect(kept.first?.arguments == ["whole"])
    #expect(Array(kept.dropFirst()) == Self.offsets.sorted().map(finding))
    #expect(ledger.tally.kept.count == kept.count)
    #expect(ledger.tally.kept.count(of: "TK401") == kept.count { $0.code == "TK401" })
    #expect(!ledger.tally.hasLost)
  }

  @Test(arguments: [1, 3, 40]) func partsAreJoined(parts: Int) throws {
    let settings = try settings(SmallStorage(room: .max))
    var whole = FindingTally()
    for part in 0..<parts {
      var ledger = FindingLedger(settings)
      for offset in Self.offsets where offset * parts / 4000 == part { ledger.add(finding(at: offset)) }
      if part.isMultiple(of: 2) { ledger.close() }
      whole.append(ledger.tally, behind: part, settings)
    }
    let expected = Self.offsets.sorted().map { finding(at: $0).moved(behind: $0 * parts / 4000) }
    #expect(Array(whole.kept) == expected)
  }

  @Test func someCanBeLeftOut() throws {
    var ledger = FindingLedger(try settings(SmallStorage(room: .max)))
    for offset in Self.offsets { ledger.add(finding(at: offset)) }
    ledger.close()
    let expected = Self.offsets.sorted().filter { !$0.isMultiple(of: 4) }
    let filtered = ledger.tally.kept.filtered { $0.location?.byteOffset.isMultiple(of: 4) == false }
    #expect(Array(filtered) == expected.map(finding))
    #expect(filtered.count == expected.count)
    let again = filtered.filtered { $0.location?.byteOffset.isMultiple(of: 3) == false }
    #expect(Array(again) == expected.filter { !$0.isMultiple(of: 3) }.map(finding))
    #expect(Array(ledger.tally.kept).count == Self.offsets.count)
  }

  @Test func whatCannotBeReadAgainIsKnownAfterwards() throws {
    let storage = SmallStorage(room: .max)
    var ledger = FindingLedger(try settings(storage))
    for offset in Self.offsets { ledger.add(finding(at: offset)) }
    ledger.close()
    let kept = ledger.tally.kept
    #expect(Array(kept).count == kept.count && kept.failure == nil)
    storage.isBroken = true
    #expect(Array(kept).count < kept.count)
    #expect(kept.failure == "broken")
  }

  @Test func whatDoesNotFitIsLost() throws {
    let storage = SmallStorage(room: 100_000)
    var ledger = FindingLedger(try settings(storage))
    for offset in Self.offsets { ledger.add(finding(at: offset)) }
    ledger.close()
    #expect(ledger.tally.hasLost)
    #expect(storage.failure == "no room")
  }
}

import Diagnostics
import Testing

@Suite struct FingerprintTests {
  @Test func isOfRulePlaceAndContent() {
    let fingerprint = Fingerprint("TK401", pointer: "/contents/0", content: 7)
    #expect(fingerprint == Fingerprint("TK401", pointer: "/contents/0", content: 7))
    #expect(fingerprint != Fingerprint("TK402", pointer: "/contents/0", content: 7))
    #expect(fingerprint != Fingerprint("TK401", pointer: "/contents/1", content: 7))
    #expect(fingerprint != Fingerprint("TK401", pointer: "/contents/0", content: 8))
  }

  /// Files that keep fingerprints outlive this version.
  @Test func staysTheSameFromVersionToVersion() {
    #expect(Fingerprint("TK701").description == "9cb3ce1fe1b1af67")
    #expect(Fingerprint("TK401", pointer: "/contents/0/role", content: 1).description == "131d05ab0d15a083")
  }

  @Test func movedFindingsKeepIt() {
    let finding = Finding(
      code: "TK401", severity: .error, arguments: [],
      location: Location(line: 3, column: 1, byteOffsetInLine: 0, byteOffset: 90, pointer: "/contents"),
      related: [
        RelatedPlace(
          location: Location(line: 1, column: 1, byteOffsetInLine: 0, byteOffset: 0, pointer: ""),
          message: "the first"),
        RelatedPlace(
          path: "other.jsonl",
          location: Location(line: 1, column: 1, byteOffsetInLine: 0, byteOffset: 0, pointer: ""),
          message: "the other"),
      ])
    let moved = finding.moved(behind: 4)
    #expect(moved.fingerprint == finding.fingerprint)
    #expect(moved.location?.line == 7 && moved.related.map(\.location.line) == [5, 1])
  }
}

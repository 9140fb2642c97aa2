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
    #expect(Fingerprint("TK701").description == "083a0707b4f26668")
    #expect(Fingerprint("TK401", pointer: "/contents/0/role", content: 1).description == "3f175979fde1bc8a")
  }

  @Test func movedFindingsKeepIt() {
    let finding = Finding(
      code: "TK401", severity: .error, arguments: [],
      location: Location(line: 3, column: 1, byteOffsetInLine: 0, byteOffset: 90, pointer: "/contents"),
      related: [
        RelatedPlace(
          location: Location(line: 1, column: 1, byteOffsetInLine: 0, byteOffset: 0, pointer: ""),
          message: "the first")
      ])
    let moved = finding.moved(behind: 4)
    #expect(moved.fingerprint == finding.fingerprint)
    #expect(moved.location?.line == 7 && moved.related.map(\.location.line) == [5])
  }
}

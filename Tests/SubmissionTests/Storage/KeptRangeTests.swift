@testable import Submission
import Testing

@Suite struct KeptRangeTests {
  @Test(
    "Range is read strictly",
    arguments: [
      (nil, KeptRange.bytes(0, checksum: nil)), ("bytes=0-262143", .bytes(262_144, checksum: nil)),
      ("bytes 0-262143", .bytes(262_144, checksum: nil)), ("bytes=0-0", .bytes(0, checksum: nil)),
      ("bytes=0-499999", .bytes(500_000, checksum: nil)), ("bytes=0-500000", .beyond(500_001)),
      ("bytes=1-262143", .malformed), ("0-262143", .malformed), ("bytes=0-", .malformed), ("", .malformed),
      ("bytes=0--1", .malformed), ("bytes=0-+5", .malformed), ("bytes=0-5 ", .malformed),
      ("bytes=0-262143,300000-300001", .malformed), ("bytes=0-99999999999999999999", .malformed),
      ("bytes=0-٣", .malformed), ("bytes=0-5/10", .malformed),
    ])
  func ranges(header: String?, expected: KeptRange) {
    let response = HTTPResponse(status: 308, headers: header.map { [("range", $0)] } ?? [])
    #expect(KeptRange(response, sent: 500_000, size: 1_000_000) == expected)
  }

  @Test("a dataset of one byte can be kept whole")
  func oneByte() {
    let response = HTTPResponse(status: 308, headers: [("range", "bytes=0-0")])
    #expect(KeptRange(response, sent: 1, size: 1) == .bytes(1, checksum: nil))
  }

  @Test(
    "the checksum of what is kept is read",
    arguments: [
      ("crc32c=4waSgw==", UInt32(0xE306_9283)), ("md5=x, crc32c=4waSgw==", 0xE306_9283), ("md5=x", nil),
      ("crc32c=x", nil),
    ])
  func checksums(header: String, expected: UInt32?) {
    let response = HTTPResponse(
      status: 308, headers: [("range", "bytes=0-8"), ("x-goog-running-hash", header)])
    #expect(KeptRange(response, sent: 9, size: 10) == .bytes(9, checksum: expected))
  }
}

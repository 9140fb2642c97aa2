import Testing

@testable import TuningJobs

struct DigestTests {
  /// The test vectors of FIPS 180-2, and of RFC 3720, appendix B.4.
  @Test(
    "digests of known bytes, in chunks of any length",
    arguments: [
      (
        Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        0x364B_3FB7
      ),
      ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0),
      (
        Array(repeating: 0, count: 32), "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925",
        0x8A91_36AA
      ),
    ] as [([UInt8], String, UInt32)])
  func known(bytes: [UInt8], sha256: String, crc32c: UInt32) {
    for length in 1...33 {
      let digest = FileDigest()
      for start in stride(from: 0, to: bytes.count, by: length) {
        digest.observe(bytes.span.extracting(start..<min(start + length, bytes.count)))
      }
      let value = digest.value()
      #expect(value == FileDigest.Value(sizeInBytes: bytes.count, sha256: sha256, crc32c: crc32c))
    }
  }

  @Test(
    "CRC32C as Cloud Storage writes it",
    arguments: [(0x8A91_36AA, "ipE2qg=="), (0, "AAAAAA=="), (.max, "/////w==")] as [(UInt32, String)])
  func base64(checksum: UInt32, text: String) {
    #expect(Base64.text(checksum) == text)
    #expect(Base64.checksum(text) == checksum)
  }

  @Test("what is no checksum", arguments: ["", "AAAAAA", "AAAAAB==", "AAAAA===", "AAAA AA=", "ÄAAAA=="])
  func noChecksum(text: String) { #expect(Base64.checksum(text) == nil) }

  @Test(
    "paths from a folder",
    arguments: [
      ("data/a", "", "data/a"), ("data/a", "data/", "a"), ("a", "out/", "../a"), ("../a", "out/", "../../a"),
      ("/x/a", "/x/y/", "../a"), ("/x/a", "y/", "/x/a"), ("./a", "./b/../", "a"), ("a", "../b/", "a"),
      // One character or two, which the system tells apart.
      ("/x/\u{E9}/a", "/x/e\u{301}/", "../\u{E9}/a"), ("x/\u{301}a", "x/", "\u{301}a"),
    ])
  func relative(path: String, folder: String, expected: String) {
    #expect(Array(RelativePath.of(path, from: folder).utf8) == Array(expected.utf8))
  }
}

@testable import Submission
import Testing

@Suite struct SubmissionMarkerTests {
  @Test("a marker is 26 characters that a label may have")
  func characters() {
    for _ in 0..<100 {
      let marker = SubmissionMarker()
      #expect(marker.description.utf8.count == 26)
      #expect(marker.description.utf8.allSatisfy("abcdefghijklmnopqrstuvwxyz234567".utf8.contains))
      #expect(SubmissionMarker(marker.description) == marker)
    }
    #expect(SubmissionMarker() != SubmissionMarker())
  }

  @Test(
    "bits are written as RFC 4648 says",
    arguments: [
      (UInt64(0), UInt64(0), "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
      (.max, .max, "77777777777777777777777774"),
      // The characters "foobarfoobarfoob".
      (0x666f_6f62_6172_666f, 0x6f62_6172_666f_6f62, "mzxw6ytbojtg633cmfzgm33pmi"),
    ])
  func bits(high: UInt64, low: UInt64, text: String) {
    #expect(SubmissionMarker(high: high, low: low).description == text)
  }

  @Test(
    "other texts are no markers",
    arguments: [
      "", "aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaab", "Aaaaaaaaaaaaaaaaaaaaaaaaaa",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaa", "1aaaaaaaaaaaaaaaaaaaaaaaaa",
    ])
  func invalid(text: String) {
    #expect(SubmissionMarker(text) == nil)
  }
}

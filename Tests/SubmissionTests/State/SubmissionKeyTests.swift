import Submission
import Testing

@Suite struct SubmissionKeyTests {
  private static func key(
    _ endpoint: String, _ project: String, _ location: String, _ body: String, _ repetition: Int = 0
  ) -> SubmissionKey {
    SubmissionKey(
      endpoint: endpoint, project: project, location: location, body: Array(body.utf8), digests: [],
      repetition: repetition)
  }

  @Test("another job has another key, and the same one has the same")
  func differences() {
    let keys = [
      Self.key("e", "p", "l", "b"), Self.key("e", "pl", "", "b"), Self.key("e", "", "pl", "b"),
      Self.key("ep", "", "l", "b"), Self.key("e", "p", "l", "c"), Self.key("e", "p", "l", "b", 1),
      Self.key("e", "p", "l", "b", 2),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(Self.key("e", "p", "l", "b") == keys[0])
    // printf '1:e1:p1:l1:b' | sha256sum
    #expect(keys[0].description == "1ed873db57116eed")
  }

  @Test("a key is read as it is written")
  func reading() {
    let key = Self.key("e", "p", "l", "b")
    #expect(SubmissionKey(key.description) == key)
    for text in ["", "00ab12cd34ef567", "00ab12cd34ef56789", "00AB12CD34EF5678", "../12cd34ef56789a"] {
      #expect(SubmissionKey(text) == nil)
    }
  }
}

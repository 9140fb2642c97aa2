import JSONLines
import Testing

@Suite struct JSONPointerTests {
  @Test(
    arguments: [
      ("role", "/role"), ("", "/"), ("a/b", "/a~1b"), ("a~b", "/a~0b"), ("~1", "/~01"), ("/~/", "/~1~0~1"),
      ("日本 \"", "/日本 \""),
      // A combining mark does not hide what must be escaped.
      ("~\u{301}", "/~0\u{301}"),
    ])
  func keysAreEscaped(_ key: String, _ step: String) {
    #expect(JSONPointer.step(to: key) == step)
  }
}

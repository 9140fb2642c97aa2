import Testing

@testable import ModelCatalog

struct NearestNameTests {
  @Test(
    arguments: [
      ("gemini-2.5-flash", "gemini-2.5-flash"),
      ("gemini-2.5-flsh", "gemini-2.5-flash"),
      ("Gemini-2.5-Pro", "gemini-2.5-pro"),
      ("gemini-2.5-flash-001", "gemini-2.5-flash"),
      ("gemini-2.5-flash-lite-001", "gemini-2.5-flash-lite"),
      ("gemini-2.5-flash-preview-05-20", "gemini-2.5-flash"),
      ("gemini-2.5-pro-latest", "gemini-2.5-pro"),
      ("gemini-2.5-flash-lit", "gemini-2.5-flash-lite"),
      ("gemini-2.5-flash-lightning", "gemini-2.5-flash-lite"),
      ("gemini-2.0-flash", "gemini-2.5-flash"),
      ("gemini-2.0-flash-lite-01", "gemini-2.0-flash-lite-001"),
      ("gemini-3.7-flsh", "gemini-3.7-flash"),
    ])
  func findsTheNearestID(_ text: String, _ id: String) {
    #expect(ModelCatalog.builtIn.nearestID(to: text) == id)
  }

  @Test(arguments: ["", "gpt-4o", "claude-opus", "text-bison", "projects/1/locations/us-central1/models/2"])
  func findsNothingWhereNothingIsNear(_ text: String) {
    #expect(ModelCatalog.builtIn.nearestID(to: text) == nil)
  }

  @Test(
    arguments: [
      ("kitten", "sitting", nil), ("sitting", "kitten", nil), ("abcdef", "abcxyf", "abcxyf"),
      ("abcdef", "abcxyz", nil), ("ab", "ba", nil), ("ab", "abc", "abc"), ("abc", "ab", "ab"),
      ("a", "b", "b"),
    ] as [(String, String, String?)])
  func allowsOneSlipInThreeBytes(_ text: String, _ name: String, _ nearest: String?) {
    #expect(nearestName(to: text, among: [name]) == nearest)
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(nearestName(to: "abcd", among: ["abcx", "abcy", "xbcd"]) == "abcx")
    #expect(nearestName(to: "abcd", among: ["abcx", "abcd"]) == "abcd")
  }
}

import ModelCatalog
import Testing

struct NearestIDTests {
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
      ("GEMINI_2.5_PRO", "gemini-2.5-pro"),
      ("gemini-2.5-falsh", "gemini-2.5-flash"),
      ("gemini-3.7-flsh", "gemini-3.7-flash"),
    ])
  func findsTheNearestID(_ text: String, _ id: String) {
    #expect(ModelCatalog.builtIn.nearestID(to: text) == id)
  }

  @Test(arguments: ["", "gpt-4o", "claude-opus", "text-bison", "projects/1/locations/us-central1/models/2"])
  func findsNothingWhereNothingIsNear(_ text: String) {
    #expect(ModelCatalog.builtIn.nearestID(to: text) == nil)
  }
}

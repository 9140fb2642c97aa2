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
      ("GEMINI_2.5_PRO", "gemini-2.5-pro"),
      ("gemini-2.5-falsh", "gemini-2.5-flash"),
      ("gemini-3.7-flsh", "gemini-3.5-flash"),
      ("gemini-3.5-flash-latest", "gemini-3.5-flash"),
      ("gemini-flash", "gemini-3.5-flash"),
    ])
  func findsTheNearestID(_ text: String, _ id: String) {
    #expect(ModelCatalog.builtIn.nearestID(to: text) == id)
  }

  @Test(arguments: ["", "gpt-4o", "claude-opus", "text-bison", "projects/1/locations/us-central1/models/2"])
  func findsNothingWhereNothingIsNear(_ text: String) {
    #expect(ModelCatalog.builtIn.nearestID(to: text) == nil)
  }

  @Test(
    "no model that cannot be tuned is suggested, except where models are only looked up",
    arguments: [
      ("gemini-3.7-flsh", "gemini-3.7-flash"), ("gemini-2.0-flash", "gemini-2.0-flash-001"),
      ("gemini-2.5-falsh", "gemini-2.5-flash"), ("gemini-2.5-flash-001", "gemini-2.5-flash"),
    ])
  func known(_ text: String, _ id: String) throws {
    let catalog = ModelCatalog.builtIn
    #expect(catalog.nearestKnownID(to: text) == id)
    let nearest = try #require(catalog.nearestID(to: text))
    #expect(catalog.tunableModels.map(\.id).contains(nearest))
  }

  @Test(
    "a retired id is found without its number, its version, or a model of its own",
    arguments: [
      ("gemini-2.0-flash-001", "Gemini 2.0 Flash"), ("gemini-2.0-flash", "Gemini 2.0 Flash"),
      ("gemini-2.0-flash-lite", "Gemini 2.0 Flash-Lite"), ("gemini-2.0-flash-exp", "Gemini 2.0 Flash"),
      ("gemini-2.0-flash-lite-preview-02-05", "Gemini 2.0 Flash-Lite"),
      ("gemini-1.5-pro", "Gemini 1.5 Pro"), ("gemini-1.5-flash-001", "Gemini 1.5 Flash"),
      ("gemini-1.5-flash-8b", "gemini-1.5-flash-8b"), ("gemini-1.0-pro-001", "Gemini 1.0 Pro"),
      ("gemini-pro", "Gemini 1.0 Pro"), ("gemini-pro-vision", "gemini-pro-vision"),
      ("gemini-ultra", "gemini-ultra"), ("gemini-3.6-flash", "Gemini 3.6 Flash"),
      ("gemini-3-flash", "Gemini 3 Flash"), ("gemini-3.1-pro", "Gemini 3.1 Pro"),
      ("Gemini-2.0-Flash", "Gemini 2.0 Flash"),
    ])
  func retired(id: String, name: String) {
    #expect(ModelCatalog.builtIn.untunable(named: id)?.displayName == name)
  }

  @Test(
    "an id that is near a tunable one, or of an unknown generation, is not a retired one",
    arguments: [
      "gemini-2.5-flash", "gemini-2.5-flash-001", "gemini-2.5-flsh", "gemini-3.1-flash-lite-preview",
      "gemini-3.6-pro", "gemini-1.7-pro", "gemini-2-flash", "gemini-flash", "gemini", "gemini-", "",
      "translation-llm-002", "gemini-embedding-001",
    ])
  func notRetired(id: String) {
    #expect(ModelCatalog.builtIn.untunable(named: id) == nil)
  }

  @Test(
    "what replaces a model can be tuned on the day",
    arguments: [
      ("gemini-2.0-flash", "2026-06-02", ["gemini-3.1-flash-lite"]),
      ("gemini-1.5-pro-001", "2026-06-02", ["gemini-2.5-flash"]),
      ("gemini-1.5-pro-001", "2026-11-22", ["gemini-3.5-flash-lite", "gemini-3.1-flash-lite"]),
      ("gemini-2.5-pro", "2026-11-22", ["gemini-3.5-flash"]), ("gemini-3.6-flash", "2026-11-22", []),
      ("gemini-3.5-flash", "2026-11-22", []), ("translation-llm-002", "2026-11-22", []),
      ("gemini-1.5-pro", "2030-01-01", []),
    ])
  func replacements(id: String, day: String, expected: [String]) throws {
    let day = try #require(CatalogDate(day))
    #expect(ModelCatalog.builtIn.replacements(for: id, on: day).map(\.id) == expected)
  }
}

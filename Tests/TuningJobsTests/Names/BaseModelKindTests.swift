import Testing

@testable import TuningJobs

@Suite struct BaseModelKindTests {
  @Test(
    "an id with a word like Gemini, or of its words alone, is that of a Gemini model",
    arguments: [
      "gemini-2.5-flash", "gemini-2.5-falsh", "Gemini 2.5 Flash", "gmini-2.5-pro", "germini-pro",
      "gemini25flash",
      "google/gemini-2.5-flash", "2.5-flash", "flash-lite", "gemini-embedding-001", "gеmini-2.5-flash",
      "projects/p/locations/us-central1/publishers/google/models/gemini-2.5-flash",
    ])
  func gemini(id: String) {
    #expect(BaseModelKind(id) == .gemini)
  }

  @Test(
    "translation and open models are of other lines",
    arguments: [
      "translation-llm-002", "translation-llm-003", "google/gemma-3-27b-it", "meta/llama3_1@llama-3.1-8b",
      "qwen/qwen3@qwen3-32b", "publishers/meta/models/llama-3.3-70b-instruct-maas",
    ])
  func other(id: String) {
    #expect(BaseModelKind(id) == .other)
  }

  @Test(
    "other ids may be models",
    arguments: ["gpt-4o-mini", "claude-3-haiku", "text-bison@002", "glm-4.7-flash", "m"])
  func unknown(id: String) {
    #expect(BaseModelKind(id) == .unknown)
  }

  @Test(
    "what is not an id",
    arguments: [
      "BASE_MODEL", "<model>", "Translation LLM", "модель", "projects/p", String(repeating: "a", count: 129),
    ])
  func noID(id: String) {
    #expect(BaseModelKind(id) == .noID)
  }

  @Test("names of other things are named")
  func resources() {
    #expect(BaseModelKind("gs://acme-data/model") == .resource(.storageURI))
    #expect(BaseModelKind("1234567890") == .resource(.bareModelID))
    #expect(BaseModelKind("projects/p/locations/l/endpoints/1") == .resource(.endpoint))
  }
}

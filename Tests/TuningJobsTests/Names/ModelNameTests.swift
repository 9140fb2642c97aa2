import Testing
import TuningJobs

struct ModelNameTests {
  private static let documented = "projects/123456789012/locations/us-central1/models/1234567890@1"

  @Test("the documented name has its pieces")
  func pieces() throws {
    let name = try ModelName(Self.documented)
    #expect(name.project == (try ProjectReference("123456789012")))
    #expect(name.location == (try LocationName("us-central1")))
    #expect(name.modelID == "1234567890")
    #expect(name.version == (try ModelVersion("1")))
    #expect(name.withoutVersion.description == String(Self.documented.dropLast(2)))
    #expect(name.withoutVersion.version == nil)
  }

  @Test(
    "names",
    arguments: [
      documented, "projects/my-project/locations/europe-west4/models/6648087655940620288",
      "projects/example.com:my-project/locations/us-central1/models/1@default",
      "projects/my-project/locations/global/models/_a-b_9@myAlias2",
      "projects/my-project/locations/us/models/m",
    ])
  func canonical(text: String) throws { try requireCanonical(text, as: ModelName.self) }

  private static let models = "projects/my-project/locations/us-central1/models/"
  private static let megabyte = String(repeating: "a", count: 1 << 20)

  @Test(
    "models with a fault",
    arguments: [
      FaultyName(models + "⟦⟧", "model", "is missing: it must follow 'models/'"),
      FaultyName(models + "⟦⟧@1", "model", "is empty"),
      FaultyName(models + "1@⟦⟧", "version", "is empty"),
      FaultyName(models + "⟦⟧/1", "model", "is empty, because there are two slashes in a row"),
      FaultyName(models + "1⟦/⟧", "name", "ends with a slash, but must end with the model"),
      FaultyName(models + "1@1⟦/⟧", "name", "ends with a slash, but must end with the version"),
      FaultyName(
        models + "1⟦/versions/1⟧", "name", "continues with '/versions/1', but must end with the model"),
      FaultyName(
        models + "1@⟦1 ⟧", "version", "ends with a space (U+0020), but only digits are allowed"),
      FaultyName(models + "⟦12a⟧", "model", "ends with 'a', but only digits are allowed"),
      FaultyName(
        models + "⟦-a⟧", "model",
        "begins with '-', but only lower-case letters from a to z and underscores are allowed there"),
      FaultyName(
        models + "⟦12345678901234567890⟧", "model", "is longer than 19 characters"),
      FaultyName(models + "⟦\(megabyte)⟧", "model", "is longer than 63 characters"),
      FaultyName(
        models + "⟦gemini-2.5-flash⟧", "model",
        "contains '.', but only lower-case letters from a to z, digits, hyphens and underscores are allowed"),
    ])
  func faultyModels(_ name: FaultyName) { name.check(as: ModelName.self) }

  @Test(
    "names of another shape",
    arguments: [
      FaultyName("⟦⟧", "name", "is empty"),
      FaultyName(
        "⟦1234567890@1⟧", "name",
        "is '1234567890@1', but must be a full name that begins with 'projects/'"),
      FaultyName(
        "⟦\(megabyte)⟧", "name",
        "is '\(megabyte.prefix(40))…', but must be a full name that begins with 'projects/'"),
      FaultyName("projects⟦⟧", "project", "is missing: it must follow 'projects/'"),
      FaultyName("projects/⟦⟧", "project", "is missing: it must follow 'projects/'"),
      FaultyName("projects/my-project⟦⟧", "location", "is missing: it must follow 'locations/'"),
      FaultyName("projects/my-project/⟦⟧", "location", "is missing: it must follow 'locations/'"),
      FaultyName(
        "projects/my-project/locations/us-central1⟦⟧", "model",
        "is missing: it must follow 'models/'"),
      FaultyName(
        "⟦⟧/projects/my-project", "collection",
        "is empty, because the name begins with a slash, but must be 'projects'"),
      FaultyName(
        "projects/my-project/⟦⟧/locations/us-central1", "collection",
        "is empty, because there are two slashes in a row, but must be 'locations'"),
      FaultyName("⟦Projects⟧/my-project", "collection", "is 'Projects', but must be 'projects'"),
      FaultyName(
        "⟦ projects⟧/my-project", "collection",
        "begins with a space (U+0020), but must be 'projects'"),
      FaultyName(
        "⟦prоjects⟧/my-project", "collection",
        "contains 'о' (U+043E), which looks like 'o', but must be 'projects'"),
      FaultyName("⟦models⟧/1234567890", "collection", "is 'models', but must be 'projects'"),
      FaultyName("projects/my-project/⟦models⟧/1", "collection", "is 'models', but must be 'locations'"),
      FaultyName(
        "projects/my-project/locations/us-central1/⟦endpoints⟧/1", "collection",
        "is 'endpoints', but must be 'models'"),
      FaultyName(
        "projects/my-project/locations/us-central1/⟦\(megabyte)⟧/1", "collection",
        "is '\(megabyte.prefix(40))…', but must be 'models'"),
      FaultyName(
        "projects/⟦p⟧/locations/X/endpoints/", "project",
        "is shorter than 6 characters"),
      FaultyName(
        "⟦//aiplatform.googleapis.com/\(documented)⟧", "name",
        "is the address '//aiplatform.googleapis.com/projects/123…', but must be the name alone: "
          + "the part after the host and the API version, from 'projects/' on"),
      FaultyName(
        "⟦https://us-central1-aiplatform.googleapis.com/v1/\(documented)⟧", "name",
        "is the address 'https://us-central1-aiplatform.googleapi…', but must be the name alone: "
          + "the part after the host and the API version, from 'projects/' on"),
    ])
  func otherShapes(_ name: FaultyName) { name.check(as: ModelName.self) }

  @Test("what is quoted is safe to show, and cut between characters")
  func quotes() {
    let text = "\u{202E}" + String(repeating: "é", count: 30)
    FaultyName(
      "projects/my-project/⟦x\(text)⟧/1", "collection",
      "contains an invisible character (U+202E), but must be 'locations'"
    ).check(as: ModelName.self)
    let rest = "/" + text
    FaultyName(
      Self.models + "1⟦\(rest)⟧", "name",
      "continues with '/<U+202E>\(String(repeating: "é", count: 18))…', but must end with the model"
    ).check(as: ModelName.self)
  }
}

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
      FaultyName(models + "⟦⟧", "model", "is missing: it must stand behind 'models/'"),
      FaultyName(models + "⟦⟧@1", "model", "is empty"),
      FaultyName(models + "1@⟦⟧", "version", "is empty"),
      FaultyName(models + "⟦⟧/1", "model", "is empty, for two slashes stand in a row"),
      FaultyName(models + "1⟦/⟧", "name", "ends with a slash, where the model must end it"),
      FaultyName(models + "1@1⟦/⟧", "name", "ends with a slash, where the version must end it"),
      FaultyName(
        models + "1⟦/versions/1⟧", "name", "goes on with '/versions/1', where the model must end it"),
      FaultyName(
        models + "1@⟦1 ⟧", "version", "ends with a space (U+0020), where only digits are allowed"),
      FaultyName(models + "⟦12a⟧", "model", "ends with 'a', where only digits are allowed"),
      FaultyName(
        models + "⟦-a⟧", "model",
        "begins with '-', where lower-case letters from a to z or underscores must begin"),
      FaultyName(
        models + "⟦12345678901234567890⟧", "model", "is longer than the 19 characters that it may have"),
      FaultyName(models + "⟦\(megabyte)⟧", "model", "is longer than the 63 characters that it may have"),
      FaultyName(
        models + "⟦gemini-2.5-flash⟧", "model",
        "holds '.', where only lower-case letters from a to z, digits, hyphens and underscores are allowed"),
    ])
  func faultyModels(_ name: FaultyName) { name.check(as: ModelName.self) }

  @Test(
    "names of another shape",
    arguments: [
      FaultyName("⟦⟧", "name", "is empty"),
      FaultyName(
        "⟦1234567890@1⟧", "name",
        "is '1234567890@1', where a full name must stand, from 'projects/' on"),
      FaultyName(
        "⟦\(megabyte)⟧", "name",
        "is '\(megabyte.prefix(40))…', where a full name must stand, from 'projects/' on"),
      FaultyName("projects⟦⟧", "project", "is missing: it must stand behind 'projects/'"),
      FaultyName("projects/⟦⟧", "project", "is missing: it must stand behind 'projects/'"),
      FaultyName("projects/my-project⟦⟧", "location", "is missing: it must stand behind 'locations/'"),
      FaultyName("projects/my-project/⟦⟧", "location", "is missing: it must stand behind 'locations/'"),
      FaultyName(
        "projects/my-project/locations/us-central1⟦⟧", "model",
        "is missing: it must stand behind 'models/'"),
      FaultyName(
        "⟦⟧/projects/my-project", "collection",
        "is empty, for the name begins with a slash, where 'projects' must stand"),
      FaultyName(
        "projects/my-project/⟦⟧/locations/us-central1", "collection",
        "is empty, for two slashes stand in a row, where 'locations' must stand"),
      FaultyName("⟦Projects⟧/my-project", "collection", "is 'Projects', where 'projects' must stand"),
      FaultyName(
        "⟦ projects⟧/my-project", "collection",
        "begins with a space (U+0020), where 'projects' must stand"),
      FaultyName(
        "⟦prоjects⟧/my-project", "collection",
        "holds 'о' (U+043E), which only looks like 'o', where 'projects' must stand"),
      FaultyName("⟦models⟧/1234567890", "collection", "is 'models', where 'projects' must stand"),
      FaultyName("projects/my-project/⟦models⟧/1", "collection", "is 'models', where 'locations' must stand"),
      FaultyName(
        "projects/my-project/locations/us-central1/⟦endpoints⟧/1", "collection",
        "is 'endpoints', where 'models' must stand"),
      FaultyName(
        "projects/my-project/locations/us-central1/⟦\(megabyte)⟧/1", "collection",
        "is '\(megabyte.prefix(40))…', where 'models' must stand"),
      FaultyName(
        "projects/⟦p⟧/locations/X/endpoints/", "project",
        "is shorter than the 6 characters that it must have"),
      FaultyName(
        "⟦//aiplatform.googleapis.com/\(documented)⟧", "name",
        "is the address '//aiplatform.googleapis.com/projects/123…', where the name alone must stand: what "
          + "follows the host and the version, from 'projects/' on"),
      FaultyName(
        "⟦https://us-central1-aiplatform.googleapis.com/v1/\(documented)⟧", "name",
        "is the address 'https://us-central1-aiplatform.googleapi…', where the name alone must stand: what "
          + "follows the host and the version, from 'projects/' on"),
    ])
  func otherShapes(_ name: FaultyName) { name.check(as: ModelName.self) }

  @Test("what is quoted is safe to show, and cut between characters")
  func quotes() {
    let text = "\u{202E}" + String(repeating: "é", count: 30)
    FaultyName(
      "projects/my-project/⟦x\(text)⟧/1", "collection",
      "holds an invisible character (U+202E), where 'locations' must stand"
    ).check(as: ModelName.self)
    let rest = "/" + text
    FaultyName(
      Self.models + "1⟦\(rest)⟧", "name",
      "goes on with '/<U+202E>\(String(repeating: "é", count: 18))…', where the model must end it"
    ).check(as: ModelName.self)
  }
}

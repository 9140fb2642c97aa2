import Testing
import TuningJobs

/// The names that are a project, a location and an id.
struct ResourceNameTests {
  private static let parent = "projects/my-project/locations/us-central1"

  @Test("a tuning job's name has its pieces")
  func tuningJob() throws {
    let name = try requireCanonical(Self.parent + "/tuningJobs/444", as: TuningJobName.self)
    #expect(name.project.description == "my-project")
    #expect(name.location.description == "us-central1")
    #expect(name.tuningJobID == "444")
  }

  @Test("an endpoint's name has its pieces", arguments: ["1", "9999999999999999999", "mg-endpoint-1", "a"])
  func endpoint(id: String) throws {
    let name = try requireCanonical("\(Self.parent)/endpoints/\(id)", as: EndpointName.self)
    #expect(name.project.description == "my-project")
    #expect(name.location.description == "us-central1")
    #expect(name.endpointID == id)
  }

  @Test("a dataset's name has its pieces")
  func dataset() throws {
    let name = try requireCanonical(Self.parent + "/datasets/77", as: DatasetName.self)
    #expect(name.project.description == "my-project")
    #expect(name.location.description == "us-central1")
    #expect(name.datasetID == "77")
  }

  @Test(
    "tuning jobs with a fault",
    arguments: [
      FaultyName("\(parent)⟦⟧", "tuning job", "is missing: it must follow 'tuningJobs/'"),
      FaultyName("\(parent)/⟦444⟧", "collection", "is '444', but must be 'tuningJobs'"),
      FaultyName("\(parent)/⟦tuningjobs⟧/4", "collection", "is 'tuningjobs', but must be 'tuningJobs'"),
      FaultyName("\(parent)/tuningJobs/⟦4a⟧", "tuning job", "ends with 'a', but only digits are allowed"),
      FaultyName(
        "\(parent)/tuningJobs/4⟦:cancel⟧".replacing("4⟦", with: "⟦4"), "tuning job",
        "contains ':', but only digits are allowed"),
      FaultyName("\(parent)/tuningJobs/4⟦/⟧", "name", "ends with a slash, but must end with the tuning job"),
    ])
  func tuningJobFaults(_ name: FaultyName) { name.check(as: TuningJobName.self) }

  @Test(
    "endpoints with a fault",
    arguments: [
      FaultyName("\(parent)/⟦models⟧/1", "collection", "is 'models', but must be 'endpoints'"),
      FaultyName("\(parent)/endpoints/⟦01⟧", "endpoint", "begins with 0, but must be a number from 1"),
      FaultyName(
        "\(parent)/endpoints/⟦a-⟧", "endpoint",
        "ends with '-', but only lower-case letters from a to z and digits are allowed there"),
    ])
  func endpointFaults(_ name: FaultyName) { name.check(as: EndpointName.self) }

  @Test(
    "datasets with a fault",
    arguments: [
      FaultyName("⟦gs:⟧//bucket/train.jsonl", "collection", "is 'gs:', but must be 'projects'"),
      FaultyName("\(parent)/datasets/⟦x⟧", "dataset", "begins with 'x', but only digits are allowed"),
    ])
  func datasetFaults(_ name: FaultyName) { name.check(as: DatasetName.self) }
}

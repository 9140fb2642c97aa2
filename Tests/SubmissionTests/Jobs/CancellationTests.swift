import Submission
import Testing
import TuningJobs

@Suite struct CancellationTests {
  private let world = FakeWorld()

  private func cancel() throws -> RemoteJob? {
    let job = world.create(Array("{\"baseModel\": \"gemini-2.5-flash\"}".utf8))
    world.jobs[0].state = state
    var caller = FakeCaller(world: world)
    return try JobSample.service().cancel(
      try TuningJobName("projects/1234/locations/us-central1/tuningJobs/\(job.id)"), &caller)
  }

  private var state = "JOB_STATE_RUNNING"

  @Test("a job that the service cancels is not read again")
  func taken() throws {
    #expect(try cancel() == nil)
    #expect(world.living.isEmpty && world.log.count == 1)
  }

  @Test("a refusal is no cancellation while the job goes on", arguments: [400, 403, 409])
  func refused(status: Int) throws {
    world.cancelRefusal = status
    let failure = #expect(throws: ServiceFailure.self) { _ = try cancel() }
    guard case .refused(let refusal)? = failure else {
      Issue.record("expected the service's refusal")
      return
    }
    #expect(refusal.status == status)
  }

  @Test(
    "a refusal because the job has ended, or is about to, is told by its state",
    arguments: ["SUCCEEDED", "FAILED", "CANCELLED", "CANCELLING"], [400, 409])
  mutating func pointless(state: String, status: Int) throws {
    self.state = "JOB_STATE_" + state
    world.cancelRefusal = status
    #expect(try cancel()?.state.description == state)
  }
}

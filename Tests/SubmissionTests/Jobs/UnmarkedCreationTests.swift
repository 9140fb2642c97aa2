import Submission
import Testing
import TuningJobs

/// Jobs without a marker, which are told from others by what they ask for and when they were created.
@Suite struct UnmarkedCreationTests {
  private let world = FakeWorld()

  private func create() throws -> Result<JobCreation.Outcome, CreationFailure> {
    var state = try world.saved ?? JobSample.state()
    let creation = JobCreation(try JobSample.service(), try request())
    var caller = FakeCaller(world: world)
    return Result { () throws(CreationFailure) in
      try creation.run(&state, &caller) { (state) throws(StateFault) in try world.save(state) }
    }
  }

  private func request() throws -> MarkedRequest { MarkedRequest(try JobSample.request(), marker: nil) }

  private func adopted() throws -> RemoteJob? {
    var caller = FakeCaller(world: world)
    let state = try #require(world.saved)
    return try HistoryCheck(try JobSample.service(), request(), state.attempts, now: 0, &caller).own
  }

  /// Somebody else's job that asks for the same.
  private func createEqual() throws { _ = world.create(Array(try JobSample.request().body.utf8)) }

  private func isUnknown(_ outcome: JobCreation.Outcome) -> Bool {
    if case .unknown = outcome { true } else { false }
  }

  @Test("a job is found by what it asks for, whatever the machine's clock says", arguments: [1999, 2999])
  func found(year: Int) throws {
    world.year = year
    world.reactions = [.noAnswer(created: true)]
    _ = world.create(Array("{\"baseModel\": \"gemini-2.5-flash\"}".utf8))
    guard case .created(let created) = try create().get() else {
      Issue.record("expected a job")
      return
    }
    #expect(created.job.name.tuningJobID == "101" && created.isAdopted)
    #expect(world.jobs.count == 2)
    #expect(!String(decoding: world.jobs[1].body, as: UTF8.self).contains("tunekit-submission"))
  }

  @Test("after a refusal, an equal job is somebody else's", arguments: [400, 403, 409])
  func refused(status: Int) throws {
    world.reactions = [.status(status, created: false)]
    _ = try create()
    try createEqual()
    #expect(try adopted() == nil)
  }

  @Test("an equal job that was created long before or after the attempt is somebody else's")
  func others() throws {
    try createEqual()
    world.now += 400
    world.reactions = [.noAnswer(created: false)]
    world.isPageLoop = true
    #expect(isUnknown(try create().get()))
    world.isPageLoop = false
    #expect(try adopted() == nil)
    world.now += 600
    try createEqual()
    #expect(try adopted() == nil)
  }

  @Test("an equal job of the same time is told and left alone")
  func twin() throws {
    world.reactions = [.answer]
    try createEqual()
    guard case .created(let created) = try create().get() else {
      Issue.record("expected a job")
      return
    }
    #expect(created.twins.map(\.job.name.tuningJobID) == ["100"])
    #expect(world.living.count == 2)
  }
}

import Submission
import Testing
import TuningJobs

@Suite struct JobCreationTests {
  private let world: FakeWorld

  /// Runs a creation from what was saved.
  private func create(marked: Bool = true) throws -> Result<JobCreation.Outcome, CreationFailure> {
    var state = try world.saved ?? JobSample.state()
    if world.saved == nil { world.saved = state }
    let request = MarkedRequest(try JobSample.request(), marker: marked ? state.marker : nil)
    let creation = JobCreation(try JobSample.service(), request)
    var caller = FakeCaller(world: world)
    return Result { () throws(CreationFailure) in
      try creation.run(&state, &caller) { (state) throws(StateFault) in try world.save(state) }
    }
  }

  private func name(of outcome: JobCreation.Outcome) -> String? {
    guard case .created(let created) = outcome else { return nil }
    return created.job.name.tuningJobID
  }

  private func count(_ beginning: String) -> Int {
    world.log.count { $0.hasPrefix(beginning) && !$0.hasSuffix(":cancel") }
  }

  @Test("an answer gives the name, which is kept, and the jobs are listed once more")
  func answer() throws {
    let outcome = try create().get()
    #expect(name(of: outcome) == "100")
    #expect(world.saved?.jobName == "projects/1234/locations/us-central1/tuningJobs/100")
    #expect(world.saved?.attempts.map(\.outcome) == [.created])
    #expect(world.log.map { $0.prefix(4) } == ["POST", "GET "])
  }

  @Test(
    "an answer with another job is not taken for this one",
    arguments: [
      "{\"name\": \"projects/1234/locations/us-central1/tuningJobs/7\", \"labels\": {\"tunekit-submission\": \"other\"}}",
      "{\"name\": \"projects/1234/locations/europe-west4/tuningJobs/7\"}",
    ])
  func other(answer: String) throws {
    world.reactions = [.other(answer)]
    #expect(name(of: try create().get()) == "100")
    #expect(count("POST") == 1)
  }

  @Test("what is about to be sent is on the disk before it is")
  func writeAhead() throws {
    // The first two events are a write, before and after; the third is the call.
    world.killedAt = 3
    _ = try create()
    #expect(world.jobs.isEmpty)
    #expect(world.saved?.attempts.map(\.outcome) == [.sending])
  }

  @Test("the marker is a label beside those of the job")
  func label() throws {
    _ = try create()
    let body = String(decoding: world.jobs[0].body, as: UTF8.self)
    let marker = try #require(world.saved?.marker.description)
    #expect(body.contains("\"team\": \"support\""))
    #expect(body.contains("\"tunekit-submission\": \"\(marker)\""))
  }

  @Test(
    "a job whose answer was lost is found and not created again",
    arguments: [
      FakeWorld.Reaction.noAnswer(created: true), .status(500, created: true), .status(503, created: true),
      .status(408, created: true), .garbled(created: true),
    ], [0.0, 2, 29, 110])
  func lost(reaction: FakeWorld.Reaction, lag: Double) throws {
    world.reactions = [reaction]
    world.listLag = lag
    let outcome = try create().get()
    #expect(name(of: outcome) == "100")
    #expect(count("POST") == 1)
    guard case .created(let created) = outcome else { return }
    #expect(created.isAdopted)
  }

  @Test("a request without an answer and without a job is sent again after two minutes, three times at most")
  func absent() throws {
    world.reactions = [.noAnswer(created: false), .status(503, created: false), .answer]
    #expect(name(of: try create().get()) == "100")
    #expect(world.now >= 1240)
    #expect(count("POST") == 3)
  }

  @Test("after three requests without an answer the outcome is unknown")
  func unknown() throws {
    world.reactions = Array(repeating: .noAnswer(created: false), count: 9)
    guard case .unknown = try create().get() else {
      Issue.record("expected an unknown outcome")
      return
    }
    #expect(count("POST") == 3)
    // And stays so.
    guard case .unknown = try create().get() else {
      Issue.record("expected an unknown outcome")
      return
    }
    #expect(count("POST") == 3)
  }

  @Test("a list without an end proves nothing, so nothing is sent again")
  func pageLoop() throws {
    world.reactions = [.noAnswer(created: false)]
    world.isPageLoop = true
    guard case .unknown = try create().get() else {
      Issue.record("expected an unknown outcome")
      return
    }
    #expect(count("POST") == 1)
  }

  @Test(
    "what is not surely a page of jobs proves nothing, so nothing is sent again",
    arguments: [
      "[]", "{\"tuningJobs\": {}}", "{\"tuningJobs\": null}", "{\"error\": {\"code\": 500}}",
      "{\"nextPageToken\": 7}",
    ])
  func noPage(page: String) throws {
    world.reactions = [.noAnswer(created: true)]
    world.page = page
    #expect(throws: CreationFailure.self) { try create().get() }
    #expect(count("POST") == 1 && world.saved?.isOutcomeUnknown == true)
    world.page = nil
    #expect(name(of: try create().get()) == "100")
  }

  @Test("refusals create nothing", arguments: [400, 401, 403, 404, 409, 412])
  func refused(status: Int) throws {
    world.reactions = [.status(status, created: false)]
    guard case .refused(let refusal) = try create().get() else {
      Issue.record("expected a refusal")
      return
    }
    #expect(refusal.status == status)
    #expect(world.saved?.attempts.map(\.outcome) == [.refused(status: status)])
    #expect(count("POST") == 1)
  }

  @Test("429 is tried again after the jobs were listed")
  func tooMany() throws {
    world.reactions = [.status(429, created: false), .status(429, created: false), .answer]
    #expect(name(of: try create().get()) == "100")
    #expect(world.log.map { $0.prefix(4) } == ["POST", "GET ", "POST", "GET ", "POST", "GET "])
  }

  @Test(
    "429 says how long to wait, in seconds or until when, up to ten minutes",
    arguments: [
      ("77", 77.0), ("Fri, 29 Nov 2999 00:18:10 GMT", 90), ("1e9", 1), ("1000000000", 600), ("-5", 1),
      ("nan", 1),
    ])
  func pause(text: String, seconds: Double) throws {
    world.reactions = [.tooMany(text), .answer]
    #expect(name(of: try create().get()) == "100")
    #expect(world.now == 1000 + seconds)
  }

  @Test(
    "429 without an end is given up after five minutes, or after the pause that began in them",
    arguments: [("77", 385.0), ("600", 600)])
  func tooManyForLong(text: String, seconds: Double) throws {
    world.reactions = Array(repeating: .tooMany(text), count: 99)
    guard case .refused(let refusal) = try create().get() else {
      Issue.record("expected a refusal")
      return
    }
    #expect(refusal.status == 429 && world.now <= 1000 + seconds)
  }

  @Test("what was not sent is sent again without a search")
  func unsent() throws {
    world.reactions = [.unsent, .unsent, .answer]
    #expect(name(of: try create().get()) == "100")
    #expect(world.log.map { $0.prefix(4) } == ["POST", "POST", "POST", "GET "])
    #expect(world.saved?.attempts.map(\.outcome) == [.unsent, .unsent, .created])
  }

  @Test("a refusal after an attempt without an answer leaves the outcome unknown")
  func refusedAfterUnknown() throws {
    world.reactions = [.noAnswer(created: false), .status(403, created: false)]
    guard case .unknown = try create().get() else {
      Issue.record("expected an unknown outcome")
      return
    }
  }

  @Test("of two jobs with the marker, the younger one is cancelled, and both are told")
  func twins() throws {
    // The first job appears only after the second one was created.
    world.reactions = [.noAnswer(created: true), .answer]
    (world.latency, world.listLag) = (1, 122)
    guard case .created(let created) = try create().get() else {
      Issue.record("expected a job")
      return
    }
    #expect(world.jobs.count == 2)
    #expect(created.job.name.tuningJobID == "100")
    #expect(created.twins.map(\.job.name.tuningJobID) == ["101"])
    guard case .cancelled? = created.twins.first?.fate else {
      Issue.record("expected the twin to be cancelled")
      return
    }
    #expect(world.living.map(\.id) == [100])
    #expect(world.saved?.jobName?.hasSuffix("/100") == true)
  }

  // MARK: Killed

  @Test(
    "killed at any moment, once and twice, and started again, there is one job",
    arguments: [
      [], [FakeWorld.Reaction.noAnswer(created: true)], [.noAnswer(created: false)],
      [.status(503, created: true), .answer], [.unsent], [.status(429, created: false)],
      [.garbled(created: true)],
    ])
  func killed(reactions: [FakeWorld.Reaction]) throws {
    for lag in [0.0, 40, 100] {
      for first in 1...12 {
        for second in [1, 2, 4, 6, 9] {
          let world = FakeWorld()
          (world.reactions, world.listLag) = (reactions, lag)
          let test = JobCreationTests(world)
          world.killedAt = first
          _ = try test.create()
          world.restart()
          world.killedAt = second
          _ = try test.create()
          world.restart()
          let outcome = try test.create().get()
          let case_: Comment = "lag \(lag), killed at \(first) and \(second): \(outcome)"
          #expect(world.living.count <= 1, case_)
          if case .created(let created) = outcome {
            #expect(world.living.map { "\($0.id)" } == [created.job.name.tuningJobID], case_)
          } else {
            guard case .unknown = outcome else {
              Issue.record(case_)
              continue
            }
          }
        }
      }
    }
  }

  init() { world = FakeWorld() }
  private init(_ world: FakeWorld) { self.world = world }
}

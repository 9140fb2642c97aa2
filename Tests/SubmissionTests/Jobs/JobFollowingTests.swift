import ByteStreams
import Reports
import Submission
import Testing
import TuningJobs

@Suite struct JobFollowingTests {
  private let world = FakeWorld()
  private static let name = "projects/1234/locations/us-central1/tuningJobs/7"

  private func job(_ state: String, _ more: String = "") -> [UInt8] {
    Array("{\"name\": \"\(Self.name)\", \"state\": \"\(state)\"\(more)}".utf8)
  }

  /// Follows until the end; the states, as they were shown.
  private func follow(timeout: Double? = nil, interval: Double? = nil) throws -> [String] {
    var following = JobFollowing(
      try JobSample.service(), try TuningJobName(Self.name), interval: interval, timeout: timeout)
    var caller = FakeCaller(world: world)
    var seen: [String] = []
    for _ in 0..<10_000 {
      switch try following.next(&caller) {
      case .changed(let job):
        seen.append(JobLine(job).text.description)
        if job.state.isFinal { return seen }
      case .unchanged: break
      case .timeout: return seen + ["timeout"]
      }
    }
    return seen + ["no end"]
  }

  @Test("every change is told once, with what the job is doing")
  func changes() throws {
    world.reads = [
      job("JOB_STATE_QUEUED", ", \"tuningJobState\": \"TUNING_JOB_STATE_WAITING_FOR_QUOTA\""),
      job("JOB_STATE_PENDING"), job("JOB_STATE_RUNNING"), job("JOB_STATE_RUNNING"),
      job("JOB_STATE_RUNNING", ", \"tuningJobMetadata\": {\"completedEpochCount\": \"1\"}"),
      job("JOB_STATE_RUNNING", ", \"tuningJobMetadata\": {\"completedEpochCount\": 2}"),
      job("JOB_STATE_SUCCEEDED"),
    ]
    #expect(
      try follow() == [
        "QUEUED, waiting for quota", "PENDING", "RUNNING", "RUNNING, 1 epoch done", "RUNNING, 2 epochs done",
        "SUCCEEDED",
      ])
  }

  @Test("unknown states, states that go back and fields of the wrong type end nothing")
  func odd() throws {
    world.reads = [
      job("JOB_STATE_RUNNING"), job("JOB_STATE_PENDING"), job("JOB_STATE_MEDITATING"), job("RUNNING"),
      job("JOB_STATE_RUNNING", ", \"error\": [], \"tunedModel\": 7, \"labels\": null, \"more\": {}"),
      job("JOB_STATE_PARTIALLY_SUCCEEDED"),
    ]
    #expect(
      try follow() == [
        "RUNNING", "PENDING", "MEDITATING (a state that tunekit does not know)", "RUNNING",
        "PARTIALLY_SUCCEEDED",
      ])
  }

  @Test("a job that is missing for one read, and an answer that cannot be read, are asked for again")
  func missing() throws {
    world.reads = [
      [], job("JOB_STATE_QUEUED"), [], Array("[]".utf8), Array("{\"na".utf8), job("JOB_STATE_FAILED"),
    ]
    #expect(try follow() == ["QUEUED", "FAILED"])
  }

  @Test("a job that stays missing for a minute is given up")
  func gone() throws {
    world.reads = [job("JOB_STATE_QUEUED"), []]
    #expect(throws: ServiceFailure.self) { try follow() }
    #expect((1060...1090).contains(world.now))
  }

  @Test("a job that was never seen can be given up earlier, and is told once")
  func unseen() throws {
    world.reads = [[]]
    let told = Guarded(0)
    var following = JobFollowing(try JobSample.service(), try TuningJobName(Self.name))
    following.patienceWithUnseen = 10
    following.tellMissing = { told.withLock { $0 += 1 } }
    var caller = FakeCaller(world: world)
    #expect(throws: ServiceFailure.self) { try following.next(&caller) }
    #expect((1010...1020).contains(world.now))
    #expect(told.withLock { $0 } == 1)
  }

  @Test("the time ends the following, but not before a first read")
  func timeout() throws {
    world.reads = [job("JOB_STATE_RUNNING")]
    #expect(try follow(timeout: 0) == ["RUNNING", "timeout"])
    #expect(world.now == 1000)
    #expect(try follow(timeout: 100) == ["RUNNING", "timeout"])
    #expect((1099...1101).contains(world.now))
  }

  @Test("reads become rare: every five seconds at first, every minute after an hour")
  func pace() throws {
    world.reads = [job("JOB_STATE_RUNNING")]
    _ = try follow(timeout: 60)
    #expect((10...16).contains(world.log.count))
    world.log = []
    _ = try follow(timeout: 600)
    #expect((40...60).contains(world.log.count))
    world.log = []
    _ = try follow(timeout: 7200)
    #expect((170...260).contains(world.log.count))
  }

  @Test("without an interval there is a pause all the same")
  func noInterval() throws {
    world.reads = [job("JOB_STATE_RUNNING")]
    #expect(try follow(timeout: 2, interval: 0) == ["RUNNING", "timeout"])
    #expect(world.log.count <= 21)
  }

  @Test("another job in the answer is not taken for this one")
  func other() throws {
    world.reads = [Array("{\"name\": \"projects/1/locations/us-central1/tuningJobs/8\"}".utf8)]
    #expect(throws: ServiceFailure.self) { try follow() }
  }
}

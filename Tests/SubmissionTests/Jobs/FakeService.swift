import JSONLines
import Submission
import TuningJobs

/// The tuning service as a test needs it, with a clock that goes on only while one waits.
final class FakeWorld {
  /// What comes of a request that creates a job.
  enum Reaction {
    case answer
    /// The connection ends; whether the job was created.
    case noAnswer(created: Bool)
    case status(Int, created: Bool)
    /// 429, with the value of Retry-After.
    case tooMany(String)
    /// 200, and no job in it.
    case garbled(created: Bool)
    case unsent
  }

  struct Job {
    var id: Int
    var body: [UInt8]
    var state = "JOB_STATE_QUEUED"
    /// When it appears in lists.
    var isListedFrom: Double
    var createdAt: Double
  }

  var jobs: [Job] = []
  var reactions: [Reaction] = []
  var listLag = 0.0
  var now = 1000.0
  var log: [String] = []
  /// What `get` answers, the last one again and again.
  var reads: [[UInt8]] = []
  var pageSize = 2
  /// How long each call takes.
  var latency = 0.0
  var isPageLoop = false
  /// A page of the list in place of the true one.
  var page: String?
  /// The year of the service's clock.
  var year = 2999
  /// What a request to cancel a job is refused with; nil if it is done.
  var cancelRefusal: Int?

  // MARK: The end of the program

  /// The event at which the program is killed: calls count before and after they act, and so do writes of the state.
  var killedAt: Int?
  private(set) var events = 0
  private(set) var isDead = false
  var saved: SubmissionState?

  /// Counts an event; whether the program has been killed.
  func passes() -> Bool {
    events += 1
    if events == killedAt { isDead = true }
    return !isDead
  }

  func restart() { (isDead, killedAt, events) = (false, nil, 0) }

  func save(_ state: SubmissionState) throws(StateFault) {
    guard passes() else { throw .noHome }
    saved = state
    guard passes() else { throw .noHome }
  }

  // MARK: Jobs

  static let project = "my-project"

  func create(_ body: [UInt8]) -> Job {
    let job = Job(id: 100 + jobs.count, body: body, isListedFrom: now + listLag, createdAt: now)
    jobs.append(job)
    return job
  }

  /// A time of day by the service's clock.
  private static func time(_ moment: Double) -> String {
    let second = Int(moment) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }

  /// The header with the service's time.
  var date: (name: String, value: String) { ("date", "Fri, 29 Nov \(year) \(Self.time(now)) GMT") }

  /// What was sent, with what the service adds.
  func json(_ job: Job) -> String {
    let body = String(decoding: job.body, as: UTF8.self)
    let own =
      "\"name\": \"projects/1234/locations/us-central1/tuningJobs/\(job.id)\", \"state\": \"\(job.state)\", "
      + "\"createTime\": \"\(year)-11-29T\(Self.time(job.createdAt))Z\","
    return "{" + own + body.dropFirst()
  }

  var living: [Job] { jobs.filter { $0.state != "JOB_STATE_CANCELLED" } }
}

/// Calls the service of a test.
struct FakeCaller: ServiceCaller {
  let world: FakeWorld

  var elapsedSeconds: Double { world.now }

  mutating func wait(seconds: Double) throws(ServiceFailure) {
    if world.isDead { throw .interrupted }
    world.now += seconds
  }

  mutating func call(_ request: HTTPRequest, _ repetition: Repetition) throws(ServiceFailure) -> HTTPResponse
  {
    world.log.append("\(request.method.rawValue) \(request.url)")
    guard world.passes() else { throw .interrupted }
    world.now += world.latency
    let answer = answer(to: request)
    guard world.passes() else { throw .interrupted }
    return try answer.get()
  }

  private func answer(to request: HTTPRequest) -> Result<HTTPResponse, ServiceFailure> {
    if request.url.hasSuffix(":cancel") {
      let id = request.url.dropLast(7).split(separator: "/").last.flatMap { Int($0) }
      guard let index = world.jobs.firstIndex(where: { $0.id == id }) else { return Self.refusal(404) }
      if let status = world.cancelRefusal { return Self.refusal(status) }
      world.jobs[index].state = "JOB_STATE_CANCELLED"
      return .success(HTTPResponse(status: 200, body: Array("{}".utf8)))
    }
    if request.method == .post { return creation(request) }
    if request.url.contains("pageSize") { return .success(page(request)) }
    guard let body = world.reads.first else {
      let job = world.jobs.first { request.url.hasSuffix("/\($0.id)") }
      guard let job else { return Self.refusal(404) }
      return .success(HTTPResponse(status: 200, body: Array(world.json(job).utf8)))
    }
    if world.reads.count > 1 { world.reads.removeFirst() }
    return body.isEmpty ? Self.refusal(404) : .success(HTTPResponse(status: 200, body: body))
  }

  private func creation(_ request: HTTPRequest) -> Result<HTTPResponse, ServiceFailure> {
    guard case .bytes(let body) = request.body else { return Self.refusal(400) }
    let reaction = world.reactions.isEmpty ? .answer : world.reactions.removeFirst()
    func failure(_ kind: TransportFailure.Kind, unsent: Bool) -> Result<HTTPResponse, ServiceFailure> {
      .failure(.transport(TransportFailure(kind, isProvablyUnsent: unsent, "no answer")))
    }
    switch reaction {
    case .answer:
      return .success(HTTPResponse(status: 200, body: Array(world.json(world.create(body)).utf8)))
    case .noAnswer(let created):
      if created { _ = world.create(body) }
      return failure(.ended, unsent: false)
    case .status(let status, let created):
      if created { _ = world.create(body) }
      return Self.refusal(status)
    case .tooMany(let pause): return Self.refusal(429, [world.date, ("retry-after", pause)])
    case .garbled(let created):
      if created { _ = world.create(body) }
      return .success(HTTPResponse(status: 200, body: Array("{\"name\": ".utf8)))
    case .unsent: return failure(.noConnection, unsent: true)
    }
  }

  private func page(_ request: HTTPRequest) -> HTTPResponse {
    let listed = world.jobs.filter { $0.isListedFrom <= world.now }
    let place = request.url.split(separator: "pageToken=").dropFirst().first.flatMap { Int($0) } ?? 0
    let page = listed.dropFirst(place).prefix(world.pageSize).map(world.json).joined(separator: ",")
    let next = place + world.pageSize
    var token = next < listed.count ? ", \"nextPageToken\": \"\(next)\"" : ""
    if world.isPageLoop { token = ", \"nextPageToken\": \"0\"" }
    let body = world.page ?? "{\"tuningJobs\": [\(page)]\(token)}"
    return HTTPResponse(status: 200, headers: [world.date], body: Array(body.utf8))
  }

  static func refusal(
    _ status: Int, _ headers: [(name: String, value: String)] = []
  ) -> Result<HTTPResponse, ServiceFailure> {
    .failure(
      .refused(
        ServiceRefusal(
          status: status, code: "", message: "", tokenSource: "",
          response: HTTPResponse(status: status, headers: headers))))
  }
}

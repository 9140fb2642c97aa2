import Documents
import JSONLines
public import TuningJobs

/// The calls of the tuning service.
///
/// Source: reference/rest/v1beta1/projects.locations.tuningJobs, as of 2026-08-22. There is no id of a request that would
/// make a repeated `create` harmless; see ``JobCreation``.
public struct TuningService: Sendable {
  /// What is asked of the service to list its jobs.
  struct Listing {
    var jobs: [RemoteJob] = []
    /// Whether all pages came, and everything on them could be read.
    var isComplete = true
    /// When the service answered, in seconds since 1970 by its clock; nil if it did not say so.
    var servedAt: Double?
  }

  /// The address to which calls go in place of the location's own, without a slash at its end.
  private let address: String?
  /// The project of the jobs.
  public let project: ProjectReference
  /// Where the jobs are.
  public let location: LocationName

  /// Describes the service.
  ///
  /// - Parameter address: the address in place of the location's own, such as that of a server of a test.
  public init(_ project: ProjectReference, _ location: LocationName, address: String? = nil) {
    (self.project, self.location) = (project, location)
    self.address = address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// The most bytes of a job: it repeats some of its examples.
  private static let mostJobBytes = 8 << 20
  /// The most bytes of a page of jobs.
  private static let mostPageBytes = 64 << 20
  private static let mostPages = 1000
  /// How long a request that creates a job may take.
  static let mostSecondsOfCreation = 120

  private func url(_ path: String, in location: LocationName) -> String {
    "\(address ?? location.apiAddress)/v1beta1/\(path)"
  }

  /// The address of the service.
  public var endpoint: String { address ?? location.apiAddress }

  /// The address of the project's jobs.
  public var jobsURL: String { url("projects/\(project)/locations/\(location)/tuningJobs", in: location) }

  // MARK: Calls

  /// The request that creates a job. It goes over a connection of its own, so that nothing below sends it twice.
  func creation(_ body: [UInt8]) -> HTTPRequest {
    var request = HTTPRequest(.post, jobsURL)
    request.headers = [(name: "Content-Type", value: "application/json; charset=utf-8")]
    request.body = .bytes(body)
    request.connection = .fresh
    request.deadlineInSeconds = Self.mostSecondsOfCreation
    request.mostAnswerBytes = Self.mostJobBytes
    return request
  }

  /// Reads a job.
  ///
  /// - Throws: ``ServiceFailure``; of the kind `malformed` for an answer that is not this job.
  public func job(
    _ name: TuningJobName, _ caller: inout some ServiceCaller, _ repetition: Repetition = .forMinutes
  ) throws(ServiceFailure) -> RemoteJob {
    var request = HTTPRequest(.get, url(name.description, in: name.location))
    request.mostAnswerBytes = Self.mostJobBytes
    let answer = try caller.call(request, repetition)
    guard let job = RemoteJob(answer.body), job.name.tuningJobID == name.tuningJobID else {
      throw .unreadable("the answer is not the tuning job that was asked for")
    }
    return job
  }

  /// Asks for a job to be cancelled, which may be done again without harm.
  ///
  /// - Returns: nil if the service took it; the job, if there is nothing to cancel any more.
  /// - Throws: ``ServiceFailure``, also where the service refuses although the job goes on.
  public func cancel(
    _ name: TuningJobName, _ caller: inout some ServiceCaller
  ) throws(ServiceFailure) -> RemoteJob? {
    var request = HTTPRequest(.post, url("\(name):cancel", in: name.location))
    request.headers = [(name: "Content-Type", value: "application/json; charset=utf-8")]
    request.body = .bytes(Array("{}".utf8))
    do throws(ServiceFailure) {
      _ = try caller.call(request, .forMinutes)
      return nil
    } catch {
      guard case .refused(let refusal) = error, refusal.status == 400 || refusal.status == 409 else {
        throw error
      }
      let job = try job(name, &caller)
      guard job.state.isFinal || job.state.group == .ending else { throw error }
      return job
    }
  }

  /// The jobs of the project in this location, newest or oldest first as the service likes.
  ///
  /// - Parameter most: how many are enough.
  public func jobs(
    _ caller: inout some ServiceCaller, atMost most: Int = .max
  ) throws(ServiceFailure) -> [RemoteJob] {
    try listing(&caller, atMost: most).jobs
  }

  /// All pages of jobs; pages that lead back to each other end the list, which is not complete then.
  func listing(
    _ caller: inout some ServiceCaller, atMost most: Int = .max
  ) throws(ServiceFailure) -> Listing {
    var listing = Listing()
    var tokens: Set<String> = []
    var token: String?
    repeat {
      let page: DocumentValue
      (page, listing.servedAt) = try self.page(after: token, &caller)
      for value in page["tuningJobs"]?.elements ?? [] {
        guard let job = RemoteJob(value) else {
          listing.isComplete = false
          continue
        }
        listing.jobs.append(job)
      }
      token = page.text("nextPageToken")
      guard let token else { return listing }
      if !tokens.insert(token).inserted || tokens.count >= Self.mostPages { break }
    } while listing.jobs.count < most
    listing.isComplete = false
    return listing
  }

  /// A page of jobs, and when it was made. Only what is surely a page is one: that a job is on none proves something.
  private func page(
    after token: String?, _ caller: inout some ServiceCaller
  ) throws(ServiceFailure) -> (DocumentValue, Double?) {
    let place = token.map { "&pageToken=\(PercentEncoding.of($0))" } ?? ""
    var request = HTTPRequest(.get, "\(jobsURL)?pageSize=100\(place)")
    request.mostAnswerBytes = Self.mostPageBytes
    return try read(request, &caller, "the answer is not a list of tuning jobs") { answer in
      guard let page = try? DocumentValue(parsing: answer.body), page.kind == .object, page["error"] == nil,
        page["tuningJobs"].map({ $0.kind == .array }) ?? true,
        page["nextPageToken"].map({ $0.kind == .string }) ?? true
      else { return nil }
      return (page, answer.header("date").flatMap(HTTPDate.seconds))
    }
  }

  /// The description of a tuned model.
  ///
  /// - Throws: ``ServiceFailure``; of the kind `malformed` for an answer that is not a model.
  public func model(
    _ name: ModelName, _ caller: inout some ServiceCaller
  ) throws(ServiceFailure) -> ModelDescription {
    // An address with an @ could be read as one with a user.
    let path = name.description.split(separator: "@").joined(separator: "%40")
    let request = HTTPRequest(.get, url(path, in: name.location))
    return try read(request, &caller, "the answer is not the description of a tuned model") { answer in
      try? ModelDescription(answer.body)
    }
  }

  /// Asks for something that changes nothing, up to three times if the answer cannot be read.
  private func read<Value>(
    _ request: HTTPRequest, _ caller: inout some ServiceCaller, _ problem: String,
    _ parse: (HTTPResponse) -> Value?
  ) throws(ServiceFailure) -> Value {
    for attempt in 0..<3 {
      if attempt > 0 { try caller.wait(seconds: 1) }
      if let value = parse(try caller.call(request, .forMinutes)) { return value }
    }
    throw .unreadable(problem)
  }
}

extension ServiceFailure {
  /// An answer that came, and cannot be understood. Whatever was asked for may have been done.
  static func unreadable(_ why: String) -> ServiceFailure {
    .transport(TransportFailure(.malformed, isProvablyUnsent: false, why))
  }
}

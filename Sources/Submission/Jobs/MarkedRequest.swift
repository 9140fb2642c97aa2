import Documents
public import TuningJobs

/// The request that creates a job, and how the job is told from others afterwards.
public struct MarkedRequest: Sendable {
  /// The body that is sent.
  let body: [UInt8]
  /// SHA-256 of the body, in hexadecimal.
  let digest: String
  /// The label's value; nil for a job without a marker.
  let marker: String?
  private let outline: JobOutline?

  /// How far the clocks of this machine and of the service may differ, in seconds.
  private static let clockDifference = 300

  /// Prepares a request.
  ///
  /// - Parameter marker: the value of the label ``SubmissionMarker/label``; nil for a job that gets none.
  public init(_ request: TuningRequest, marker: SubmissionMarker?) {
    self.marker = marker?.description
    let text =
      marker.map { request.body(addingLabel: SubmissionMarker.label, $0.description) } ?? request.body
    body = Array(text.utf8)
    digest = Hexadecimal.sha256(of: body)
    outline = (try? DocumentValue(parsing: body)).map { JobOutline($0) }
  }

  /// Whether a job asks for the same as this request, whoever created it.
  func asksFor(_ job: RemoteJob) -> Bool { outline?.asksFor(job.outline) ?? false }

  /// Whether a job was created by one of the attempts of a submission: by its marker, or, without one, by what it asks for
  /// and when it was created.
  func created(_ job: RemoteJob, _ attempts: [CreateAttempt]) -> Bool {
    if let marker { return job.labels[SubmissionMarker.label] == marker }
    guard asksFor(job), let created = job.createTime?.secondsSince1970 else { return false }
    return attempts.contains { attempt in
      let sentAt = attempt.sentAt / 1000
      let end = sentAt + TuningService.mostSecondsOfCreation + Self.clockDifference
      return attempt.outcome.canHaveCreated && (sentAt - Self.clockDifference...end).contains(created)
    }
  }

  /// Whether a request was this one, byte by byte.
  public func wasSent(by attempt: CreateAttempt) -> Bool { attempt.requestDigest == digest }

  /// Whether its job has a marker.
  public var isMarked: Bool { marker != nil }
}

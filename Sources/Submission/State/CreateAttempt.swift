/// One request that was to create the job. It is written down before it is sent.
public struct CreateAttempt: Equatable, Sendable {
  /// What became of it.
  public enum Outcome: Equatable, Sendable {
    /// It is being sent, or the program ended meanwhile: the job may exist.
    case sending
    /// No byte of it left.
    case unsent
    /// The service refused, with this status of HTTP: there is no job.
    case refused(status: Int)
    /// There is no answer that tells: the job may exist.
    case unknown
    /// The job exists, and was created by this request or found by its marker.
    case created

    /// Whether the job may exist, although this attempt did not learn its name.
    public var isOpen: Bool { self == .sending || self == .unknown }

    /// Whether a job in the list may be this attempt's. "Too many requests" is not trusted: it can come from what stands before
    /// the service.
    var canHaveCreated: Bool { isOpen || self == .created || self == .refused(status: 429) }
  }

  /// Counts the attempts of a submission, from 1.
  public var number: Int
  /// When it was sent, in milliseconds since 1970: by the service's clock for a job without a marker, otherwise by that of this
  /// machine, which can be wrong.
  public var sentAt: Int
  /// SHA-256 of the request's body, 64 hexadecimal digits.
  public var requestDigest: String
  /// What became of it.
  public var outcome: Outcome

  /// Makes an attempt that is being sent.
  public init(number: Int, sentAt: Int, requestDigest: String) {
    (self.number, self.sentAt) = (number, sentAt)
    (self.requestDigest, outcome) = (requestDigest, .sending)
  }
}

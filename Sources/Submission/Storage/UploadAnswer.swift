/// What the answer to a chunk, or to the question how much is kept, says.
enum UploadAnswer {
  /// The upload is complete.
  case complete(HTTPResponse)
  /// It is not.
  case incomplete(HTTPResponse)
  /// The service does not know the upload any more.
  case gone
  /// The object is not the one that was to be replaced.
  case conflict
  /// The service takes the bytes for wrong.
  case refused(ServiceRefusal)
  /// It is not known what has become of the request. The service may want a pause, in seconds.
  case unclear(String, pause: Double)

  /// What a failure says; nil if nothing else can help.
  ///
  /// - Parameter isChunk: whether bytes were sent: a question that is not understood is one about an upload that is gone.
  init?(_ failure: ServiceFailure, afterChunk isChunk: Bool) {
    switch failure {
    case .transport(let transport) where transport.kind != .interrupted && transport.kind != .insecure:
      self = .unclear(transport.description, pause: 0)
    case .refused(let refusal):
      switch refusal.status {
      case 404, 410: self = .gone
      case 400: self = isChunk ? .refused(refusal) : .gone
      case 412: self = .conflict
      case 408, 429, 500...599:
        let wallSeconds = Double(SystemCalls.wallClock) / 1000
        self = .unclear(
          "\(refusal)", pause: HTTPDate.pause(after: refusal.response, wallSeconds: wallSeconds))
      default: return nil
      }
    default: return nil
    }
  }
}

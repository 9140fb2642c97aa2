/// How a call ended, in libcurl's terms.
struct CurlOutcome {
  /// What went wrong; nil for a complete answer.
  var failure: TransportFailure.Kind?
  /// libcurl's words for it.
  var detail = ""
  /// The status of the answer, 0 for none.
  var status = 0
  /// Whether no byte of the request has left.
  var isProvablyUnsent = true
}

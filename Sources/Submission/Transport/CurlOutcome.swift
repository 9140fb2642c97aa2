import CCurl

/// How a call ended, in libcurl's terms.
struct CurlOutcome {
  /// What went wrong; nil for a complete answer.
  var failure: TransportFailure.Kind?
  /// libcurl's words for it.
  var detail = ""
  /// Whether it is the proxy that failed.
  var isOfProxy = false
  /// The status of the answer, 0 for none.
  var status = 0
  /// Whether no byte of the request has left.
  var isProvablyUnsent = true

  /// What one of libcurl's codes means.
  static func failure(_ code: CURLcode, _ detail: String) -> TransportFailure.Kind {
    switch code {
    // What the variable has is no address, and stays that.
    case CURLE_COULDNT_RESOLVE_PROXY where detail.hasPrefix("Unsupported proxy"): .malformed
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .noAddress
    case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_FAILED_INIT: .noConnection
    case CURLE_OPERATION_TIMEDOUT: .timeout
    // A line of a header that is too long for libcurl ends with the latter.
    case CURLE_FILESIZE_EXCEEDED, CURLE_OUT_OF_MEMORY: .tooLong
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER: .insecure
    case CURLE_SSL_CONNECT_ERROR:
      // What encrypts says in words alone whether the connection broke or is refused.
      ["reset", "SYSCALL", "unexpected eof"].contains(where: detail.contains) ? .ended : .insecure
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING,
      CURLE_URL_MALFORMAT:
      .malformed
    default: .ended
    }
  }
}

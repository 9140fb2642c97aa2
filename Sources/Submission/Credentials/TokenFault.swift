/// Why there is no token.
enum TokenFault: Error {
  /// What gives tokens was not reached.
  case unreached(TransportFailure)
  /// What gives tokens said that it may later.
  case later(String)
  /// There are no credentials, or they are refused: what is wrong, and what to do in place of what usually helps.
  case refused(String, remedy: String? = nil)

  /// A signal asked the program to end.
  static var interrupted: TokenFault {
    .unreached(TransportFailure(.interrupted, isProvablyUnsent: true, "the program was asked to end"))
  }

  /// The failure of the call that wanted the token, of which nothing was sent.
  func failure(_ credentials: Credentials) -> ServiceFailure {
    let from = credentials.source.isEmpty ? "" : " from \(credentials.source)"
    switch self {
    case .unreached(let failure):
      if failure.kind == .interrupted { return .interrupted }
      return .transport(
        TransportFailure(
          failure.kind, isProvablyUnsent: true, "there is no token\(from): \(failure.description)"))
    case .later(let words):
      return .transport(
        TransportFailure(.noConnection, isProvablyUnsent: true, "there is no token\(from): \(words)"))
    case .refused(let words, let remedy):
      let remedy = remedy ?? credentials.remedy
      return .credentials("there is no token\(from): \(words)" + (remedy.isEmpty ? "" : "; \(remedy)"))
    }
  }
}

/// An answer that is not a success.
public struct ServiceRefusal: Sendable {
  /// The status of HTTP.
  public var status: Int
  /// The service's name of the fault, such as `PERMISSION_DENIED` or `notFound`; empty if the answer has none.
  public var code: String
  /// The service's words on one line, without a secret, visible and cut; empty if the answer has none.
  public var message: String
  /// Where the token came from, such as "the file that GOOGLE_APPLICATION_CREDENTIALS names".
  public var tokenSource: String
  /// What to do about it, where that is known of such answers in general; empty if it is not.
  public var advice: String
  /// The answer.
  public var response: HTTPResponse

  /// Makes a refusal.
  public init(
    status: Int, code: String, message: String, tokenSource: String, advice: String = "",
    response: HTTPResponse
  ) {
    (self.status, self.code, self.message) = (status, code, message)
    (self.tokenSource, self.advice, self.response) = (tokenSource, advice, response)
  }
}

extension ServiceRefusal: CustomStringConvertible {
  /// The refusal and what to do about it, such as
  /// `403 PERMISSION_DENIED: Permission … denied (with the token from the variable …)`.
  public var description: String {
    // Where the token came from is told once; here it counts only where the token may be what is refused.
    let isAboutToken = !tokenSource.isEmpty && (status == 401 || status == 403)
    return "the service answered \(status)" + (code.isEmpty ? "" : " \(code)")
      + (message.isEmpty ? "" : ": \(message)")
      + (isAboutToken ? " (with the token from \(tokenSource))" : "")
      + (advice.isEmpty ? "" : "; \(advice)")
  }
}

import Documents

extension ServiceRefusal {
  /// Reads what a service of Google's says in an answer that is not a success.
  ///
  /// Vertex AI names the fault `error.status`, Cloud Storage `error.errors[0].reason`, the token service `error`; what stands
  /// before them answers with text or HTML.
  ///
  /// - Parameter secrets: texts that are not shown, such as the token.
  init(reading response: HTTPResponse, tokenSource: String, secrets: [String]) {
    var (code, message) = Self.words(of: response)
    if (300...399).contains(response.status) {
      let host = response.header("location").flatMap { ServiceAddress($0)?.host }
      (code, message) = ("", "it redirects\(host.map { " to \($0)" } ?? ""), which is not followed")
    }
    self.init(
      status: response.status, code: Redactor.shown(String(code.prefix(100)), secrets: secrets),
      message: Redactor.shown(message, secrets: secrets), tokenSource: tokenSource,
      advice: Self.advice(response), response: response)
  }

  /// The name of the fault and the words for it.
  private static func words(of response: HTTPResponse) -> (code: String, message: String) {
    let text = { String(decoding: response.body.prefix(Redactor.mostBytes), as: UTF8.self) }
    guard let value = try? DocumentValue(parsing: response.body) else {
      let isPage =
        response.header("content-type")?.contains("html") == true || response.body.first == UInt8(ascii: "<")
      return ("", isPage ? title(of: response.body) : text())
    }
    let object = value.elements.first ?? value
    guard let error = object["error"] else { return ("", text()) }
    if let code = error.string { return (code, object["error_description"]?.string ?? "") }
    let reason = error["errors"]?.elements.first?["reason"]?.string
    return (error["status"]?.string ?? reason ?? "", error["message"]?.string ?? "")
  }

  /// The title of a page in HTML.
  private static func title(of page: [UInt8]) -> String {
    let text = String(decoding: page.prefix(Redactor.mostBytes), as: UTF8.self)
    guard let start = text.firstRange(of: "<title>"), let end = text.firstRange(of: "</title>"),
      start.upperBound <= end.lowerBound
    else { return "a page of HTML" }
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// The project of gcloud's own, which user credentials count for where they name no other.
  private static let gcloudProject = Array("764086051850".utf8)

  /// What to do, where the answer shows it.
  private static func advice(_ response: HTTPResponse) -> String {
    let isAboutProject =
      response.status == 403
      && response.body.indices.contains { response.body[$0...].starts(with: gcloudProject) }
    if isAboutProject {
      return "the credentials have no project for quotas: run "
        + "'gcloud auth application-default set-quota-project PROJECT', or set GOOGLE_CLOUD_QUOTA_PROJECT"
    }
    return ""
  }
}

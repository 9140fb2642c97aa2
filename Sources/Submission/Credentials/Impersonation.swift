import Documents
import JSONLines
import TuningJobs

/// A service account in whose name another account acts.
struct Impersonation: Sendable {
  private let url: String
  private let delegates: [String]
  private let lifetimeInSeconds: Int

  /// Reads whom an account impersonates; nil if no one.
  init?(optional object: CredentialObject) throws(TokenFault) {
    guard let url = try object.address("service_account_impersonation_url", of: .google) else { return nil }
    self.url = url
    delegates = try object.texts("delegates")
    let lifetime =
      try object.object("service_account_impersonation")?.number("token_lifetime_seconds") ?? 3600
    guard (600...43200).contains(lifetime) else {
      throw object.fault("token_lifetime_seconds", "is not from 600 to 43200")
    }
    lifetimeInSeconds = lifetime
  }

  /// What the impersonating account's own token must allow.
  static let scopeOfSource = "https://www.googleapis.com/auth/iam"

  /// A token of the service account now.
  ///
  /// - Parameters:
  ///   - source: the token of the account that acts in its name.
  ///   - quotaProject: the project whose quotas count for that account.
  func token<Transport, Clock>(
    _ scope: String, with source: AccessToken, _ quotaProject: String?,
    over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    var json = JSONWriter()
    json.object(layout: .oneLine) { json in
      json.array("delegates") { json in for delegate in delegates { json.string(delegate) } }
      json.array("scope") { $0.string(scope) }
      json.member("lifetime", "\(lifetimeInSeconds)s")
    }
    var request = HTTPRequest(.post, url)
    request.headers = [
      ("Content-Type", "application/json"), ("Authorization", "Bearer \(source.value)"),
    ]
    if let quotaProject { request.headers.append(("x-goog-user-project", quotaProject)) }
    request.body = .bytes(json.finish())
    let response: HTTPResponse
    do throws(TokenFault) { response = try TokenEndpoint.answer(to: request, over: &link) } catch {
      guard case .refused(let words, let remedy) = error else { throw error }
      throw .refused(
        "the service account is not impersonated: \(words)",
        remedy: remedy ?? "the account needs roles/iam.serviceAccountTokenCreator on it")
    }
    let usual = Double(lifetimeInSeconds)
    return try TokenEndpoint.token(response, "accessToken") { answer in
      // Between two times of the service, so that the machine's clock does not count.
      guard let end = (answer["expireTime"]?.string).flatMap({ try? Timestamp($0) }),
        let now = response.header("date").flatMap(HTTPDate.seconds)
      else { return usual }
      return min(usual, max(0, HTTPDate.seconds(end) - now))
    }
  }
}

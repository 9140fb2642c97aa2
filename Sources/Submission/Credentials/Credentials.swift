/// What the user can prove to be allowed to do, and the token that says so.
///
/// The first of these counts: the file of `--access-token-file`, the variables `CLOUDSDK_AUTH_ACCESS_TOKEN` and
/// `GOOGLE_OAUTH_ACCESS_TOKEN`, the file that `GOOGLE_APPLICATION_CREDENTIALS` names, the file of
/// `gcloud auth application-default login`, and the metadata server of a machine of Google's.
public struct Credentials: Sendable {
  /// A token is replaced when it has so many seconds left; Google's libraries do so at 225.
  static let secondsLeftAtRenewal = 225.0
  /// What tokens are asked to allow.
  static let scope = "https://www.googleapis.com/auth/cloud-platform"

  /// A token that is in use.
  private struct Held {
    let token: AccessToken
    /// When another one is fetched, on the clock of the calls.
    let renewal: Double
  }

  private let settings: CredentialSettings
  /// Where tokens come from; nil until the first one is needed.
  private var origin: TokenOrigin?
  private var held: Held?

  /// Looks for nothing yet.
  public init(_ settings: CredentialSettings = CredentialSettings()) { self.settings = settings }

  /// Where the token comes from, such as "the variable CLOUDSDK_AUTH_ACCESS_TOKEN"; empty before it was looked for.
  var source: String { origin?.name ?? "" }

  /// What to do if the token is refused.
  var remedy: String { origin?.remedy ?? "" }

  /// The project whose quotas count, if the user or the credentials name one.
  var quotaProject: String? {
    let project = settings.variable("GOOGLE_CLOUD_QUOTA_PROJECT") ?? origin?.quotaProject
    return project.flatMap { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? $0 : nil }
  }

  /// The token in use, or another one if it is about to expire.
  mutating func token<Transport, Clock>(
    over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    let now = link.clock.elapsedSeconds
    if let held, now < held.renewal { return held.token }
    let origin: TokenOrigin
    if let known = self.origin {
      origin = known
    } else {
      origin = try TokenOrigin(settings, &link)
      self.origin = origin
    }
    let token = try origin.token(over: &link)
    let lifetime = token.lifetimeInSeconds ?? .infinity
    // A token that is about to expire although it is new is the best there is: it is used for some calls.
    held = Held(token: token, renewal: now + max(lifetime - Self.secondsLeftAtRenewal, 10))
    return token
  }

  /// Takes a token out of use that a service has refused.
  mutating func forget(_ token: AccessToken) { if held?.token == token { held = nil } }
}

/// A user who logged in with a browser: `gcloud auth application-default login` writes such a file.
struct AuthorizedUser: Sendable {
  private let (client, secret, refreshToken): (String, String, String)
  private let endpoint: TokenEndpoint
  /// Whether the identity is another provider's: then the client is named in a header, as OAuth says first.
  private let isExternal: Bool

  /// Reads a user with an account of Google's.
  init(_ object: CredentialObject) throws(TokenFault) {
    isExternal = false
    client = try object.text("client_id")
    secret = try object.text("client_secret")
    refreshToken = try object.text("refresh_token")
    endpoint = TokenEndpoint(try object.address("token_uri", of: .google) ?? TokenEndpoint.google)
  }

  /// Reads a user whose identity another provider has.
  init(external object: CredentialObject) throws(TokenFault) {
    isExternal = true
    client = try object.text("client_id")
    secret = try object.text("client_secret")
    refreshToken = try object.text("refresh_token")
    guard let url = try object.address("token_url", of: .google) else {
      throw object.fault("token_url", "is missing")
    }
    endpoint = TokenEndpoint(url)
  }

  /// A token now.
  ///
  /// - Parameter scope: what it is to allow; nil for all that the user allowed.
  func token<Transport, Clock>(
    _ scope: String?, over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    var form = FormText()
    form.add("grant_type", "refresh_token")
    if !isExternal {
      form.add("client_id", client)
      form.add("client_secret", secret: secret)
    }
    form.add("refresh_token", secret: refreshToken)
    if let scope, !isExternal { form.add("scope", scope) }
    let headers = isExternal ? [TokenEndpoint.basic(client, secret)] : []
    return try endpoint.token(form, headers, over: &link)
  }
}

import JSONLines

/// An identity that another provider proves (workload and workforce identity federation).
struct ExternalAccount: Sendable {
  private let audience: String
  private let subjectTokenType: String
  private let endpoint: TokenEndpoint
  private let source: SubjectTokenSource
  /// The header that names the client, if the file names one.
  private let client: (name: String, value: String)?
  /// The project whose quotas count for the identity of a workforce.
  private let userProject: String?

  /// Reads an account.
  ///
  /// - Parameter isImpersonating: whether the token is used to get that of a service account.
  init(_ object: CredentialObject, isImpersonating: Bool) throws(TokenFault) {
    audience = try object.text("audience")
    subjectTokenType = try object.text("subject_token_type")
    guard let url = try object.address("token_url", of: .google) else {
      throw object.fault("token_url", "is missing")
    }
    endpoint = TokenEndpoint(url)
    guard let source = try object.object("credential_source") else {
      throw object.fault("credential_source", "is missing")
    }
    self.source = try SubjectTokenSource(source)
    let id = try object.optionalText("client_id")
    let secret = try object.optionalText("client_secret")
    client = id.map { TokenEndpoint.basic($0, secret ?? "") }
    userProject = client == nil ? try object.optionalText("workforce_pool_user_project") : nil
  }

  /// A token now.
  func token<Transport, Clock>(
    _ scope: String, over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    var form = FormText()
    form.add("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
    form.add("audience", audience)
    form.add("requested_token_type", "urn:ietf:params:oauth:token-type:access_token")
    form.add("subject_token", secret: try source.subjectToken(over: &link))
    form.add("subject_token_type", subjectTokenType)
    form.add("scope", scope)
    if let userProject {
      var json = JSONWriter()
      json.object(layout: .oneLine) { $0.member("userProject", userProject) }
      // Escaped twice, as Google's libraries do.
      let options = String(decoding: json.finish().dropLast(), as: UTF8.self)
      form.add("options", String(decoding: FormText.escaped(options, space: "%20"), as: UTF8.self))
    }
    return try endpoint.token(form, client.map { [$0] } ?? [], over: &link)
  }
}

/// An account for programs, with a private key. It proves itself by an assertion that it signs.
struct ServiceAccount: Sendable {
  private let email: String
  private let keyName: String?
  private let key: AssertionKey
  private let endpoint: TokenEndpoint

  init(_ object: CredentialObject) throws(TokenFault) {
    email = try object.text("client_email")
    keyName = try object.optionalText("private_key_id")
    guard let key = AssertionKey(try object.text("private_key")) else {
      throw object.fault("private_key", "is not a private key for RSA in PEM")
    }
    self.key = key
    endpoint = TokenEndpoint(try object.address("token_uri", of: .google) ?? TokenEndpoint.google)
  }

  /// A token now.
  func token<Transport, Clock>(
    _ scope: String, over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    let assertion = Assertion(
      issuer: email, scope: scope, keyName: keyName, issuedAt: Int(link.clock.wallSeconds))
    guard let signed = assertion.signed(with: key) else { throw .refused("the private key does not sign") }
    var form = FormText()
    form.add("assertion", secret: signed)
    form.add("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
    return try endpoint.token(form, over: &link)
  }
}

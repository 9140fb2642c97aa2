import JSONLines

/// What a service account says of itself to get a token: a JSON Web Token (RFC 7523).
struct Assertion {
  let issuer: String
  let scope: String
  let keyName: String?
  /// The seconds since 1970 when it was made; it is good for an hour.
  let issuedAt: Int

  /// The assertion with its signature: three parts in base64 with points between.
  func signed(with key: AssertionKey) -> String? {
    let parts = [header, claims].map { Base64Text.text($0, .ofAddresses) }.joined(separator: ".")
    return key.signature(of: Array(parts.utf8)).map { parts + "." + Base64Text.text($0, .ofAddresses) }
  }

  private var header: [UInt8] {
    var json = JSONWriter()
    json.object(layout: .oneLine) { json in
      json.member("typ", "JWT")
      json.member("alg", "RS256")
      if let keyName { json.member("kid", keyName) }
    }
    return json.finish()
  }

  private var claims: [UInt8] {
    var json = JSONWriter()
    json.object(layout: .oneLine) { json in
      json.member("iat", issuedAt)
      json.member("exp", issuedAt + 3600)
      json.member("iss", issuer)
      // Whatever address the assertion is sent to.
      json.member("aud", TokenEndpoint.google)
      json.member("scope", scope)
    }
    return json.finish()
  }
}

import Foundation
import TestSupport
import Testing

@testable import Submission

/// What each type of credentials sends to get a token.
@Suite(.enabled(if: Tool.has("openssl"))) struct CredentialTypeTests {
  private static let token = #"{"access_token":"ya29.fetched","expires_in":3599,"token_type":"Bearer"}"#
  private static let platform = "https://www.googleapis.com/auth/cloud-platform"

  /// The requests of a call with the credentials of a file, the last of which is the call itself.
  private static func requests(
    _ file: String, _ network: FakeNetwork = FakeNetwork(), answers: [String] = [token],
    _ files: [String: String] = [:]
  ) throws -> [HTTPRequest] {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.write(Array(text.utf8), as: name) }
    let path = try folder.write(
      Array(file.replacing("FOLDER", with: folder.path).utf8), as: "credentials.json")
    for answer in answers { network.answer(200, answer) }
    var caller = network.caller(["GOOGLE_APPLICATION_CREDENTIALS": path])
    _ = try caller.call(HTTPRequest(.get, "https://aiplatform.googleapis.com/v1/x"), .never)
    return network.requests
  }

  private static func form(_ request: HTTPRequest) -> [String: String] {
    var components = URLComponents()
    components.percentEncodedQuery = request.text.replacing("+", with: "%20")
    return Dictionary((components.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { first, _ in first }
  }

  @Test("a user's refresh token is sent in a form")
  func user() throws {
    let requests = try Self.requests(
      #"""
      {"type":"authorized_user","client_id":"id.apps.googleusercontent.com","client_secret":"d-Fs+&=",
       "refresh_token":"1//0abc","quota_project_id":"quota","universe_domain":"googleapis.com","account":""}
      """#)
    #expect(
      requests.map(\.url) == [
        "https://oauth2.googleapis.com/token", "https://aiplatform.googleapis.com/v1/x",
      ])
    #expect(requests[0].method == .post)
    #expect(requests[0].header("content-type") == "application/x-www-form-urlencoded")
    #expect(
      Self.form(requests[0]) == [
        "grant_type": "refresh_token", "client_id": "id.apps.googleusercontent.com",
        "client_secret": "d-Fs+&=",
        "refresh_token": "1//0abc", "scope": Self.platform,
      ])
    #expect(requests[0].header("authorization") == nil)
    #expect(requests[1].header("authorization") == "Bearer ya29.fetched")
    #expect(requests[1].header("x-goog-user-project") == "quota")
  }

  @Test("a user of another provider proves the client in a header")
  func externalUser() throws {
    let requests = try Self.requests(
      #"""
      {"type":"external_account_authorized_user","audience":"//iam.googleapis.com/locations/global/workforcePools/p",
       "client_id":"id","client_secret":"word","refresh_token":"refresh","token_url":"https://sts.googleapis.com/v1/oauthtoken"}
      """#)
    #expect(requests[0].url == "https://sts.googleapis.com/v1/oauthtoken")
    #expect(requests[0].header("authorization") == "Basic aWQ6d29yZA==")
    #expect(Self.form(requests[0]) == ["grant_type": "refresh_token", "refresh_token": "refresh"])
  }

  @Test("a service account signs an assertion, which others can verify", arguments: [false, true])
  func serviceAccount(isPKCS1: Bool) throws {
    let key = isPKCS1 ? TestKey.pkcs1 : TestKey.pkcs8
    #expect(key.contains(isPKCS1 ? "BEGIN RSA PRIVATE KEY" : "BEGIN PRIVATE KEY"))
    let network = FakeNetwork()
    let requests = try Self.requests(
      """
      {"type":"service_account","client_email":"a@b.iam.gserviceaccount.com","private_key":\(TestKey.quoted(key)),
       "private_key_id":"0123abc","project_id":"b","token_uri":"http://127.0.0.1:1/token"}
      """, network)
    #expect(requests[0].url == "http://127.0.0.1:1/token")
    let form = Self.form(requests[0])
    #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer")
    let assertion = try #require(form["assertion"])
    let judge = try Tool.output(
      of: ["python3", "-c", Self.judge], input: assertion + "\n" + TestKey.pkcs8)
    let parts = judge.split(separator: "\n").map(String.init)
    #expect(parts.first == "valid")
    #expect(parts[1] == #"{"alg": "RS256", "kid": "0123abc", "typ": "JWT"}"#)
    let issued = Int(network.wallSeconds + network.seconds)
    #expect(
      parts[2]
        == #"{"aud": "https://oauth2.googleapis.com/token", "exp": \#(issued + 3600), "iat": \#(issued), "#
        + #""iss": "a@b.iam.gserviceaccount.com", "scope": "\#(Self.platform)"}"#)
  }

  /// Verifies an assertion with cryptography, or with openssl where that is missing, and prints its parts.
  private static let judge = #"""
    import base64, json, os, subprocess, sys, tempfile
    assertion, key = sys.stdin.read().split("\n", 1)
    def part(text): return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    head, claims, signature = assertion.split(".")
    signed = (head + "." + claims).encode()
    try:
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import padding
        public = serialization.load_pem_private_key(key.encode(), None).public_key()
        public.verify(part(signature), signed, padding.PKCS1v15(), hashes.SHA256())
    except ImportError:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in (("k", key.encode()), ("s", part(signature)), ("d", signed)):
                open(os.path.join(folder, name), "wb").write(data)
            subprocess.run(["openssl", "dgst", "-sha256", "-prverify", "k", "-signature", "s", "d"],
                           cwd=folder, check=True, stdout=subprocess.DEVNULL)
    print("valid")
    for text in (head, claims): print(json.dumps(json.loads(part(text)), sort_keys=True))
    """#

  @Test("a subject token is read from a file or an address, as text or JSON, and exchanged")
  func externalAccount() throws {
    let account = { (source: String, more: String) in
      #"""
      {"type":"external_account","audience":"//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q",
       "subject_token_type":"urn:ietf:params:oauth:token-type:jwt","token_url":"https://sts.googleapis.com/v1/token",
       "credential_source":\#(source)\#(more)}
      """#
    }
    let expected = [
      "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
      "audience": "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q",
      "scope": Self.platform, "requested_token_type": "urn:ietf:params:oauth:token-type:access_token",
      "subject_token": "the-token", "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
    ]
    let json = #"{"value":"the-token","other":1}"#
    let field = #""format":{"type":"json","subject_token_field_name":"value"}"#
    var requests = try Self.requests(account(#"{"file":"FOLDER/t"}"#, ""), ["t": "the-token\n"])
    #expect(Self.form(requests[0]) == expected)
    requests = try Self.requests(account(#"{"file":"FOLDER/t",\#(field)}"#, ""), ["t": json])
    #expect(Self.form(requests[0]) == expected)
    requests = try Self.requests(
      account(#"{"url":"http://169.254.169.254/token?a=b","headers":{"Metadata":"True"},\#(field)}"#, ""),
      answers: [json, Self.token])
    #expect(requests[0].url == "http://169.254.169.254/token?a=b")
    #expect(requests[0].method == .get && requests[0].header("metadata") == "True")
    #expect(Self.form(requests[1]) == expected)
    requests = try Self.requests(
      account(#"{"file":"FOLDER/t"}"#, #","workforce_pool_user_project":"p""#), ["t": "the-token"])
    #expect(Self.form(requests[0])["options"] == "%7B%22userProject%22%3A%20%22p%22%7D")
    requests = try Self.requests(
      account(#"{"file":"FOLDER/t"}"#, #","client_id":"id","client_secret":"word""#), ["t": "the-token"])
    #expect(requests[0].header("authorization") == "Basic aWQ6d29yZA==")
  }

  private static func requests(
    _ file: String, answers: [String] = [token], _ files: [String: String]
  ) throws -> [HTTPRequest] {
    try requests(file, FakeNetwork(), answers: answers, files)
  }

  @Test("an impersonated account's token is asked for with that of its source")
  func impersonation() throws {
    let url =
      "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a@b.iam.gserviceaccount.com:generateAccessToken"
    let answer = #"{"accessToken":"ya29.impersonated","expireTime":"2026-11-29T12:00:00Z"}"#
    var requests = try Self.requests(
      #"""
      {"type":"impersonated_service_account","service_account_impersonation_url":"\#(url)","delegates":["c"],
       "source_credentials":{"type":"authorized_user","client_id":"i","client_secret":"s","refresh_token":"r"}}
      """#, answers: [Self.token, answer])
    #expect(requests.map(\.url).dropLast() == ["https://oauth2.googleapis.com/token", url])
    #expect(requests[1].header("authorization") == "Bearer ya29.fetched")
    #expect(
      requests[1].text == #"{"delegates": ["c"], "scope": ["\#(Self.platform)"], "lifetime": "3600s"}"# + "\n"
    )
    #expect(requests[2].header("authorization") == "Bearer ya29.impersonated")
    requests = try Self.requests(
      #"""
      {"type":"external_account","audience":"a","subject_token_type":"t","token_url":"https://sts.googleapis.com/v1/token",
       "service_account_impersonation_url":"\#(url)","service_account_impersonation":{"token_lifetime_seconds":1200},
       "credential_source":{"file":"FOLDER/t"}}
      """#, answers: [Self.token, answer], ["t": "x"])
    #expect(Self.form(requests[0])["scope"] == "https://www.googleapis.com/auth/iam")
    #expect(requests[1].text.contains(#""lifetime": "1200s""#))
  }

  @Test("a refusal that repeats what was sent shows no secret")
  func repetition() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Array(
        #"""
        {"type":"external_account","audience":"a","subject_token_type":"t","token_url":"https://sts.googleapis.com/v1/token",
         "service_account_impersonation_url":"https://iamcredentials.googleapis.com/v1/x:generateAccessToken",
         "credential_source":{"url":"http://127.0.0.1:1/t","headers":{"X-Key":"planted-key"}}}
        """#.utf8), as: "credentials.json")
    for count in 1...3 {
      let network = FakeNetwork()
      if count > 1 { network.answer(200, "planted-subject") }
      if count > 2 { network.answer(200, #"{"access_token":"planted-token"}"#) }
      network.answer(400, "planted-key planted-subject Bearer planted-token planted-token")
      var caller = network.caller(["GOOGLE_APPLICATION_CREDENTIALS": file])
      let failure = #expect(throws: ServiceFailure.self) {
        _ = try caller.call(HTTPRequest(.get, "https://aiplatform.googleapis.com/v1/x"), .never)
      }
      let planted = ["planted-key", "planted-subject", "planted-token"][count - 1]
      let words = try #require(failure).description
      #expect(!words.contains(planted) && words.contains("[secret]"))
    }
  }

  @Test("a machine's account is asked for where the environment says")
  func metadata() throws {
    let network = FakeNetwork()
    network.answer(200, Self.token, [("metadata-flavor", "Google")])
    var caller = network.caller(["GCE_METADATA_HOST": "127.0.0.1:99"])
    _ = try caller.call(HTTPRequest(.get, "https://aiplatform.googleapis.com/v1/x"), .never)
    #expect(
      network.requests[0].url
        == "http://127.0.0.1:99/computeMetadata/v1/instance/service-accounts/default/token"
        + "?scopes=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcloud-platform")
    #expect(network.requests[0].header("metadata-flavor") == "Google")
    #expect(network.requests[1].header("authorization") == "Bearer ya29.fetched")
  }
}

import TestSupport
import Testing

@testable import Submission

/// Where credentials are looked for, how long a token is used, and what is said when there is none.
@Suite struct CredentialsTests {
  private static let request = HTTPRequest(.get, "https://aiplatform.googleapis.com/v1/x")
  private static let user =
    #"{"type":"authorized_user","client_id":"i","client_secret":"planted-secret","refresh_token":"planted-refresh"}"#

  /// What a call without a token says.
  private static func words(
    _ environment: [String: String], _ network: FakeNetwork = FakeNetwork(), tokenFile: String? = nil
  ) throws -> String {
    var caller = network.caller(environment, tokenFile: tokenFile)
    do throws(ServiceFailure) { _ = try caller.call(request, .never) } catch {
      if case .refused = error { throw CancellationError() }
      return error.description
    }
    throw CancellationError()
  }

  @Test("the first place counts")
  func order() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Array(Self.user.utf8), as: "application_default_credentials.json")
    let file = try folder.write(Array(Self.user.utf8), as: "file.json")
    let token = try folder.write(Array("ya29.of-file".utf8), as: "token")
    var environment = [
      "CLOUDSDK_AUTH_ACCESS_TOKEN": "a", "GOOGLE_OAUTH_ACCESS_TOKEN": "b",
      "GOOGLE_APPLICATION_CREDENTIALS": file,
      "CLOUDSDK_CONFIG": folder.path, "GCE_METADATA_HOST": "127.0.0.1:1",
    ]
    var names: [String] = []
    let look = { (tokenFile: String?) throws(ServiceFailure) in
      let network = FakeNetwork()
      network.answer(200, #"{"access_token":"x"}"#, [("metadata-flavor", "Google")])
      var caller = network.caller(environment, tokenFile: tokenFile)
      names.append(try caller.tokenSource().replacing(folder.path, with: "FOLDER"))
    }
    try look(token)
    for name in [
      "CLOUDSDK_AUTH_ACCESS_TOKEN", "GOOGLE_OAUTH_ACCESS_TOKEN", "GOOGLE_APPLICATION_CREDENTIALS",
      "CLOUDSDK_CONFIG", "",
    ] {
      try look(nil)
      environment[name] = ""
    }
    #expect(
      names == [
        "the file of --access-token-file", "the variable CLOUDSDK_AUTH_ACCESS_TOKEN",
        "the variable GOOGLE_OAUTH_ACCESS_TOKEN",
        "the file that GOOGLE_APPLICATION_CREDENTIALS names, FOLDER/file.json",
        "the file of 'gcloud auth application-default login', FOLDER/application_default_credentials.json",
        "the metadata server of this machine",
      ])
  }

  @Test("a file that is named must be there")
  func missingFile() throws {
    let words = try Self.words([
      "GOOGLE_APPLICATION_CREDENTIALS": "/nowhere/a.json", "GCE_METADATA_HOST": "127.0.0.1",
    ])
    #expect(
      words == "there is no token: the file that GOOGLE_APPLICATION_CREDENTIALS names, /nowhere/a.json: "
        + "'/nowhere/a.json' does not exist: check the path")
  }

  @Test("a byte order mark, which nobody sees, is named")
  func byteOrderMark() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write([0xEF, 0xBB, 0xBF] + Array(Self.user.utf8), as: "file.json")
    #expect(
      try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file]).contains("save it as UTF-8 without a BOM"))
  }

  @Test("where a login does not help, it is not what is advised")
  func redirect() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(Self.user.utf8), as: "file.json")
    for (status, body) in [(307, ""), (200, #"{"access_token":"a\nb"}"#)] {
      let network = FakeNetwork()
      network.answer(status, body, [("location", "https://elsewhere.example")])
      let words = try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file], network)
      #expect(words.hasSuffix("check the address, and what is between this machine and it, such as a proxy"))
    }
  }

  @Test("without credentials, it is said what to run")
  func none() throws {
    let words = try Self.words(["NO_GCE_CHECK": "true"])
    #expect(words.contains("run 'gcloud auth application-default login'"))
    let network = FakeNetwork()
    network.fail(.timeout)
    #expect(try Self.words([:], network).contains("this is not a machine of Google's"))
    #expect(network.requests.map(\.url) == ["http://169.254.169.254/"])
    #expect(network.requests[0].deadlineInSeconds == 3)
    #expect(try Self.words(["GCE_METADATA_HOST": "metadata.example"]).contains("unset it"))
  }

  @Test("a token is used until it is about to expire")
  func expiry() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(Self.user.utf8), as: "file.json")
    // The lifetime, and after how many seconds another token is fetched.
    let cases: [(String, Double)] = [
      (#","expires_in":3599"#, 3599 - 225), (#","expires_in":"3599""#, 3599 - 225), (#","expires_in":0"#, 10),
      (#","expires_in":-7"#, 10), (#","expires_in":100"#, 10), ("", .infinity),
      (#","expires_in":[]"#, .infinity),
      (#","expires_in":"1e999""#, .infinity), (#","expires_in":"soon""#, .infinity),
    ]
    for (member, seconds) in cases {
      let network = FakeNetwork()
      let answer = #"{"access_token":"ya29.a"\#(member)}"#
      network.answer(200, answer)
      var caller = network.caller(["GOOGLE_APPLICATION_CREDENTIALS": file])
      _ = try caller.call(Self.request, .never)
      network.seconds += min(seconds, 1e9) - 1
      _ = try caller.call(Self.request, .never)
      #expect(network.requests.count == 3, "\(member)")
      network.seconds += 2
      network.answer(200, answer)
      _ = try caller.call(Self.request, .never)
      #expect(network.requests.count == (seconds < 1e9 ? 5 : 4), "\(member)")
    }
  }

  @Test("what gives tokens is asked three times, and a call of which nothing was sent is known")
  func tokenService() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(Self.user.utf8), as: "file.json")
    let network = FakeNetwork()
    network.answer(503, "busy")
    network.fail(.ended)
    network.answer(200, #"{"access_token":"ya29.a"}"#)
    var caller = network.caller(["GOOGLE_APPLICATION_CREDENTIALS": file])
    #expect(try caller.call(Self.request, .never).status == 200)
    #expect(network.pauses == [0.5, 1])
    caller = network.caller(["GOOGLE_APPLICATION_CREDENTIALS": file])
    for _ in 0..<3 { network.answer(500, #"{"error":"server_error"}"#) }
    do throws(ServiceFailure) {
      _ = try caller.call(Self.request, .never)
      Issue.record("there is a token")
    } catch {
      guard case .transport(let failure) = error else { throw CancellationError() }
      #expect(failure.isProvablyUnsent)
      #expect(failure.description.contains("500 server_error"))
    }
  }

  @Test("a refusal says what to run, and has no secret")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(Self.user.utf8), as: "file.json")
    for (body, part) in [
      (
        #"{"error":"invalid_grant","error_description":"Token has been expired or revoked."}"#,
        "expired or revoked"
      ),
      (#"{"error":"invalid_grant","error_subtype":"invalid_rapt"}"#, "invalid_grant"),
      (
        #"{"error":"invalid_client","error_description":"client_secret=planted-secret"}"#,
        "client_secret=[secret]"
      ),
      (#"{"error":"invalid_client","error_description":"planted-secret is wrong"}"#, "[secret] is wrong"),
      (#"{"error":"invalid_grant","error_description":"no planted-refresh here"}"#, "no [secret] here"),
    ] {
      let network = FakeNetwork()
      network.answer(400, body)
      let words = try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file], network)
      #expect(words.contains(part), "\(words)")
      #expect(
        words.hasSuffix(
          "; run 'gcloud auth application-default login', and unset GOOGLE_APPLICATION_CREDENTIALS"))
      #expect(words.contains("the file that GOOGLE_APPLICATION_CREDENTIALS names"))
      #expect(!words.contains("planted"))
      #expect(network.requests.count == 1)
    }
    let network = FakeNetwork()
    network.answer(400, #"{"error":"invalid_grant"}"#, [("date", "Wed, 21 Oct 2026 07:28:00 GMT")])
    network.wallSeconds = 1_792_567_680 - 1000 + 3600
    #expect(
      try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file], network).contains(
        "the clock of this machine is 60 minutes fast"))
  }

  @Test(
    "secrets are sent to Google or to this machine, whatever a file says",
    arguments: [
      "https://evil.example/token", "http://oauth2.googleapis.com/token",
      "https://googleapis.com.evil.example",
      "https://evilgoogleapis.com/", "https://oauth2.googleapis.com@evil.example/",
      "https://oauth2.googleapis.com\\@evil",
      "file:///etc/passwd", "//oauth2.googleapis.com", "https://10.0.0.1", "http://169.254.169.254/",
      "https://",
    ])
  func addresses(url: String) throws {
    let escaped = url.replacing("\\", with: "\\\\")
    let files = [
      #"{"type":"authorized_user","client_id":"i","client_secret":"s","refresh_token":"r","token_uri":"\#(escaped)"}"#,
      #"{"type":"external_account","audience":"a","subject_token_type":"t","token_url":"\#(escaped)","credential_source":{"file":"/x"}}"#,
      #"{"type":"impersonated_service_account","service_account_impersonation_url":"\#(escaped)","source_credentials":\#(Self.user)}"#,
    ]
    let folder = try TemporaryFolder()
    for text in files {
      let file = try folder.write(Array(text.utf8), as: "file.json")
      let network = FakeNetwork()
      let words = try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file], network)
      #expect(
        words.contains("' is not an address of Google's with https, so nothing is sent there"), "\(words)")
      #expect(network.requests.isEmpty)
    }
  }

  @Test(
    "what cannot be used is told in one line",
    arguments: [
      ("", "the file is empty"), ("{", "truncated"), ("[]", "not an object"),
      (#"{"type":7}"#, "'type' is not a string"),
      (#"{"a":1}"#, "'type' is missing"), (#"{"type":"gdch_service_account"}"#, "Distributed Cloud"),
      (#"{"type":"x\u001B[31m"}"#, "does not know"),
      (#"{"type":"authorized_user","client_id":"a"}"#, "'client_secret' is missing"),
      (#"{"type":"authorized_user","type":"a"}"#, "a second time"),
      (
        #"{"type":"service_account","client_email":"a","private_key":"planted"}"#,
        "not a private key for RSA in PEM"
      ),
      (#"{"type":"authorized_user","universe_domain":"example.com"}"#, "'universe_domain'"),
      (
        #"{"type":"external_account","audience":"a","subject_token_type":"t","token_url":"https://sts.googleapis.com/v1/token","credential_source":{"executable":{"command":"rm"}}}"#,
        "give a token with --access-token-file"
      ),
      (
        #"{"type":"impersonated_service_account","service_account_impersonation_url":"https://iamcredentials.googleapis.com/x","source_credentials":{"type":"authorized_user"}}"#,
        "'source_credentials.client_id' is missing"
      ), (#"{"secret":"planted" "x"}"#, "column 21: it is not JSON"),
    ])
  func files(text: String, part: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(text.utf8), as: "file.json")
    let words = try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file])
    #expect(words.contains(part), "\(words)")
    #expect(!words.contains("planted") && !words.contains("\n") && !words.contains("\u{1B}"))
  }

  @Test(
    "tokens that are not one word are refused, and it is said what is wrong with them",
    arguments: [
      ("", "the file has no token"), (" \n", "the file has no token"), ("\u{0}", "the file has no token"),
      ("planted two", "more than one word or line"), ("planted\r\nX: y", "more than one word or line"),
      ("plantedä", "characters that no token has"),
      (String(repeating: "planted", count: 10_000), "longer than any token"),
    ])
  func tokens(text: String, part: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(text.utf8), as: "token")
    let words = try Self.words([:], tokenFile: file)
    #expect(words.contains(part) && !words.contains("planted"), "\(words)")
  }

  @Test("any bytes in a file end in one line")
  func fuzz() throws {
    let folder = try TemporaryFolder()
    var generator = SplitMix64(seed: 2026)
    let seed = Array(
      #"{"type":"impersonated_service_account","service_account_impersonation_url":"https://iamcredentials.googleapis.com/x","delegates":["a"],"source_credentials":\#(Self.user)}"#
        .utf8)
    for _ in 0..<400 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count))
        default: bytes.insert(contentsOf: bytes.prefix(place).suffix(20), at: place)
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      let file = try folder.write(bytes, as: "file.json")
      let network = FakeNetwork()
      network.answer(400, "{}")
      let words = try Self.words(["GOOGLE_APPLICATION_CREDENTIALS": file], network)
      #expect(!words.isEmpty && !words.contains("\n") && !words.contains("planted"), "\(words)")
    }
  }
}

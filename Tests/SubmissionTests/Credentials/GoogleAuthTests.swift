import Foundation
import TestSupport
import Testing

@testable import Submission

/// Our calls for a token are those of `google-auth`, which `Server/google_auth_calls.py` recorded.
@Suite(.enabled(if: Tool.has("openssl"))) struct GoogleAuthTests {
  private static var kinds: [String: Any] {
    let file = ProjectFolder.url.appendingPathComponent("Tests/SubmissionTests/Server/google-auth-calls.json")
    let recorded = (try? Data(contentsOf: file)).flatMap { try? JSONSerialization.jsonObject(with: $0) }
    return (recorded as? [String: Any])?["kinds"] as? [String: Any] ?? [:]
  }

  private static let base = "http://127.0.0.1:1"

  @Test("each type of credentials was recorded")
  func recorded() { #expect(Self.kinds.count >= 10) }

  @Test("calls are the same, field by field", arguments: kinds.keys.sorted())
  func calls(kind: String) throws {
    let record = try #require(Self.kinds[kind] as? [String: Any])
    var expected = try #require(record["calls"] as? [[String: Any]])
    // Google's library asks the metadata server more than what it needs for a token.
    if record["credentials"] is NSNull {
      expected.removeAll { ($0["path"] as? String)?.hasSuffix("/token") != true }
    }
    let network = FakeNetwork()
    for call in expected { network.answer(200, Self.answer(to: call), [("metadata-flavor", "Google")]) }
    try Self.call(record["credentials"], network)
    try #require(network.requests.count == expected.count + 1)
    for (request, call) in zip(network.requests, expected) {
      #expect(try Self.description(of: request, network) == Self.normalized(call), "\(kind)")
    }
  }

  /// Calls with credentials, in which the recorded addresses, folders and keys are ours.
  private static func call(_ credentials: Any?, _ network: FakeNetwork) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Array("planted-subject-token".utf8), as: "subject-token")
    _ = try folder.write(Array(#"{"access_token":"planted-subject-token"}"#.utf8), as: "subject-token.json")
    var environment = ["GCE_METADATA_HOST": "127.0.0.1:1"]
    if let credentials = credentials as? [String: Any] {
      let data = try JSONSerialization.data(withJSONObject: credentials, options: [.withoutEscapingSlashes])
      let text = String(decoding: data, as: UTF8.self).replacing("<base>", with: base)
        .replacing("<folder>", with: folder.path).replacing(
          "\"<private key>\"", with: TestKey.quoted(TestKey.pkcs8))
      environment["GOOGLE_APPLICATION_CREDENTIALS"] = try folder.write(
        Array(text.utf8), as: "credentials.json")
    }
    var caller = network.caller(environment)
    _ = try caller.call(HTTPRequest(.get, "https://aiplatform.googleapis.com/v1/x"), .never)
  }

  /// What a recorded call is answered with.
  private static func answer(to call: [String: Any]) -> String {
    if call["call"] as? String == "impersonate" { return #"{"accessToken":"<token>"}"# }
    guard call["call"] as? String == "subject-token" else { return #"{"access_token":"<token>"}"# }
    let isJSON = (call["query"] as? [String: String])?.isEmpty == false
    return isJSON ? #"{"id_token":"<subject token>"}"# : "<subject token>"
  }

  /// A recorded call as it is compared.
  private static func normalized(_ call: [String: Any]) -> NSDictionary {
    var call = call
    call["call"] = nil
    // Google's address of the impersonation was replaced by the server's.
    call["path"] = (call["path"] as? String)?.replacing("/iam/v1/", with: "/v1/")
    if var body = call["body"] as? [String: Any], body["delegates"] is NSNull {
      body["delegates"] = [String]()
      call["body"] = body
    }
    return call as NSDictionary
  }

  /// One of our requests, likewise.
  private static func description(of request: HTTPRequest, _ network: FakeNetwork) throws -> NSDictionary {
    let url = try #require(URLComponents(string: request.url))
    let pairs = { (items: [URLQueryItem]?) in
      Dictionary((items ?? []).map { ($0.name, $0.value ?? "") }) { first, _ in first }
    }
    var call: [String: Any] = [
      "method": request.method.rawValue, "path": url.path, "query": pairs(url.queryItems),
      "headers": Dictionary(request.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first },
    ]
    if request.header("content-type") == "application/json" {
      call["body"] = try JSONSerialization.jsonObject(with: Data(request.text.utf8))
    } else if request.method == .post {
      var components = URLComponents()
      components.percentEncodedQuery = request.text.replacing("+", with: "%20")
      var form = pairs(components.queryItems)
      if let assertion = form["assertion"] {
        call["assertion"] = try parts(of: assertion, network)
        form["assertion"] = "<assertion>"
      }
      call["form"] = form
    }
    return call as NSDictionary
  }

  /// The header and the claims of an assertion, its times as they are recorded.
  private static func parts(of assertion: String, _ network: FakeNetwork) throws -> [String: Any] {
    let objects = try assertion.split(separator: ".").prefix(2).map { part in
      let text = part.replacing("-", with: "+").replacing("_", with: "/")
      let data = try #require(
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)))
      return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    var claims = objects[1]
    let issued = try #require(claims["iat"] as? Int)
    #expect(issued == Int(network.wallSeconds + network.seconds))
    claims["exp"] = (claims["exp"] as? Int) == issued + 3600 ? "iat+3600" : "another"
    claims["iat"] = "now"
    return ["header": objects[0], "claims": claims]
  }
}

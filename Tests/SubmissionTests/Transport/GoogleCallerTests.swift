import TestSupport
import Testing

@testable import Submission

@Suite struct GoogleCallerTests {
  private static let request = HTTPRequest(.get, "https://aiplatform.googleapis.com/v1/x")

  /// The failure of a call.
  private static func failure(
    of caller: inout GoogleCaller<FakeTransport, FakeClock>, _ repetition: Repetition = .never
  ) throws -> ServiceFailure {
    do { _ = try caller.call(request, repetition) } catch { return error }
    throw CancellationError()
  }

  private static func refusal(
    of caller: inout GoogleCaller<FakeTransport, FakeClock>, _ repetition: Repetition = .never
  ) throws -> ServiceRefusal {
    guard case .refused(let refusal) = try failure(of: &caller, repetition) else { throw CancellationError() }
    return refusal
  }

  @Test("a call has the token, and the project whose quotas count")
  func headers() throws {
    let network = FakeNetwork()
    var caller = network.caller([
      "GOOGLE_OAUTH_ACCESS_TOKEN": "ya29.a", "GOOGLE_CLOUD_QUOTA_PROJECT": "project-of-quota",
    ])
    _ = try caller.call(Self.request, .never)
    #expect(network.requests.first?.header("authorization") == "Bearer ya29.a")
    #expect(network.requests.first?.header("x-goog-user-project") == "project-of-quota")
    #expect(try caller.tokenSource() == "the variable GOOGLE_OAUTH_ACCESS_TOKEN")
  }

  @Test(
    "what may succeed later is called again, with pauses that grow",
    arguments: [408, 429, 500, 502, 503, 504])
  func repetition(status: Int) throws {
    let network = FakeNetwork()
    for _ in 0..<8 { network.answer(status) }
    network.fail(.ended)
    var caller = network.caller()
    #expect(try caller.call(Self.request, .forMinutes).status == 200)
    #expect(network.pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30])
    #expect(network.requests.count == 10)
  }

  @Test("nothing else is called again", arguments: [400, 403, 404, 409, 412, 501, 302])
  func once(status: Int) throws {
    let network = FakeNetwork()
    network.answer(status)
    var caller = network.caller()
    #expect(try Self.refusal(of: &caller, .forMinutes).status == status)
    network.answer(503)
    #expect(try Self.refusal(of: &caller, .never).status == 503)
    network.fail(.insecure, isProvablyUnsent: true)
    guard case .transport(let failure) = try Self.failure(of: &caller, .forMinutes) else {
      throw CancellationError()
    }
    #expect(failure.kind == .insecure)
    #expect(network.pauses.isEmpty)
  }

  @Test(
    "an answer can ask for a longer pause, but not for any",
    arguments: [
      ("7", 7), ("0", 0.5), ("-5", 0.5), ("1000000000", 600), ("soon", 0.5), ("", 0.5),
      ("Wed, 21 Oct 2026 07:28:09 GMT", 9), ("Wed, 21 Oct 2026 07:27:00 GMT", 0.5),
      ("Fri, 31 Dec 9999 23:59:59 GMT", 600), ("Wed, 21 Okt 2026 07:28:09 GMT", 0.5),
    ] as [(String, Double)])
  func askedPause(value: String, pause: Double) throws {
    let network = FakeNetwork()
    network.answer(429, "{}", [("retry-after", value), ("date", "Wed, 21 Oct 2026 07:28:00 GMT")])
    var caller = network.caller()
    _ = try caller.call(Self.request, .until(seconds: 1e9))
    #expect(network.pauses == [pause])
  }

  @Test("calls are made again for five minutes, or as long as the caller says")
  func budget() throws {
    let network = FakeNetwork()
    for _ in 0..<100 { network.answer(503, "{}") }
    var caller = network.caller()
    #expect(try Self.refusal(of: &caller, .forMinutes).status == 503)
    #expect((200...300).contains(network.pauses.reduce(0, +)))
    let few = network.pauses.count
    #expect(try Self.refusal(of: &caller, .until(seconds: 1000)).status == 503)
    #expect((900...1000).contains(network.pauses[few...].reduce(0, +)))
    var brief = caller
    brief.patienceInSeconds = 30
    let before = network.pauses.reduce(0, +)
    #expect(try Self.refusal(of: &brief, .forMinutes).status == 503)
    #expect((1...30).contains(network.pauses.reduce(0, +) - before))
  }

  @Test("the time for which a machine slept does not count")
  func sleep() throws {
    let network = FakeNetwork()
    for _ in 0..<5 { network.fail(.noAddress) }
    network.sleepSeconds = 10_000
    var caller = network.caller()
    #expect(try caller.call(Self.request, .forMinutes).status == 200)
  }

  @Test("a pause ends when the program is to end, and is announced")
  func interruption() throws {
    let network = FakeNetwork()
    for _ in 0..<5 { network.answer(503) }
    network.lastPause = 2
    var caller = network.caller()
    let announced = FakeNetwork()
    caller.beforePause = { announced.answer(Int($0.seconds * 10), $0.failure.description) }
    guard case .interrupted = try Self.failure(of: &caller, .forMinutes) else { throw CancellationError() }
    #expect(network.pauses == [0.5, 1])
    #expect(announced.answers.count == 2)
    network.fail(.interrupted)
    guard case .interrupted = try Self.failure(of: &caller, .forMinutes) else { throw CancellationError() }
  }

  @Test("a token that is refused is replaced once, and the call made once more")
  func renewal() throws {
    let network = FakeNetwork()
    let folder = try TemporaryFolder()
    let file = try folder.write(Array("ya29.old\n".utf8), as: "token")
    var caller = network.caller([:], tokenFile: file)
    _ = try caller.call(Self.request, .never)
    _ = try folder.write(Array("ya29.new\n".utf8), as: "token")
    network.answer(401)
    #expect(try caller.call(Self.request, .never).status == 200)
    #expect(
      network.requests.map { $0.header("authorization") }
        == ["old", "old", "new"].map { "Bearer ya29.\($0)" })
    // The same token is not tried again.
    network.answer(401, #"{"error":{"status":"UNAUTHENTICATED","message":"no ya29.new here"}}"#)
    let refusal = try Self.refusal(of: &caller, .forMinutes)
    #expect(network.requests.count == 4)
    #expect(refusal.tokenSource == "the file of --access-token-file")
    #expect(
      refusal.description.hasSuffix(
        "write a new token into it, such as that of 'gcloud auth print-access-token'"))
    #expect(refusal.message == "no [secret] here")
  }

  @Test("308 is progress of an upload, unless it leads elsewhere")
  func progress() throws {
    let network = FakeNetwork()
    var caller = network.caller()
    network.answer(308, "", [("range", "bytes=0-1")])
    #expect(try caller.call(Self.request, .never).status == 308)
    network.answer(308, "", [("location", "https://evil.example/?upload_id=secret")])
    let refusal = try Self.refusal(of: &caller)
    #expect(refusal.message == "it redirects to evil.example, which is not followed")
  }

  @Test(
    "the service's words are read, whatever form they have",
    arguments: [
      (
        "application/json",
        #"{"error":{"code":400,"message":"List:\t1.Field: a\n","status":"INVALID_ARGUMENT"}}"#,
        "INVALID_ARGUMENT", "List: 1.Field: a"
      ),
      (
        "application/json",
        #"{"error":{"code":404,"errors":[{"reason":"notFound","message":"m"}],"message":"No such object: b/o"}}"#,
        "notFound", "No such object: b/o"
      ),
      (
        "application/json", #"[{"error":{"message":"in an array","status":"ABORTED"}}]"#, "ABORTED",
        "in an array"
      ),
      ("application/json", #"{"error":"invalid_grant","error_description":"Bad"}"#, "invalid_grant", "Bad"),
      ("text/plain", "Invalid request.  According to", "", "Invalid request. According to"),
      (
        "text/html; charset=UTF-8", "<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>x", "",
        "Error 404 (Not Found)!!1"
      ),
      ("text/html", "<html>x", "", "a page of HTML"), ("application/json", #"{"error":{}}"#, "", ""),
      ("application/json", #"{"error":{"message":7,"status":[]}}"#, "", ""), ("", "", "", ""),
      ("", "null", "", "null"),
      ("", "\u{1B}[31mred\u{7}\u{202E}", "", "[31mred <U+202E>"),
    ])
  func words(type: String, body: String, code: String, message: String) throws {
    let network = FakeNetwork()
    network.answer(400, body, [("content-type", type)])
    var caller = network.caller()
    let refusal = try Self.refusal(of: &caller)
    #expect(refusal.code == code)
    #expect(refusal.message == message)
  }

  @Test("words are cut after four KiB")
  func length() throws {
    let network = FakeNetwork()
    network.answer(400, String(repeating: "ä\u{202E}", count: 1 << 18))
    var caller = network.caller()
    #expect(try Self.refusal(of: &caller).message.utf8.count <= 4096)
  }

  @Test("credentials without a project for quotas are told what to run")
  func quotaProject() throws {
    let network = FakeNetwork()
    network.answer(
      403,
      #"{"error":{"code":403,"message":"API … disabled in project 764086051850","status":"PERMISSION_DENIED"}}"#
    )
    var caller = network.caller()
    #expect(
      try Self.refusal(of: &caller).advice.contains("gcloud auth application-default set-quota-project"))
  }
}

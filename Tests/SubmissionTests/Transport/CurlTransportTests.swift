import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Submission

@Suite(.enabled(if: Tool.has("python3"))) struct CurlTransportTests {
  /// The failure of a request.
  private static func failure(
    of request: HTTPRequest, _ settings: TransportSettings = TransportSettings()
  ) throws -> TransportFailure {
    var transport = CurlTransport(settings)
    do {
      let response = try transport.send(request)
      Issue.record("answered: \(response.status), \(response.body.count) bytes")
    } catch {
      return error
    }
    throw CancellationError()
  }

  private static func create(_ url: String) -> HTTPRequest {
    var request = HTTPRequest(.post, url + "/v1/projects/p/locations/us-central1/tuningJobs")
    request.headers = [("Content-Type", "application/json"), ("Authorization", "Bearer ya29.test")]
    request.body = .bytes(Array("{}".utf8))
    request.connection = .fresh
    return request
  }

  private static func metadata(_ url: String) -> HTTPRequest {
    var request = HTTPRequest(.get, url + "/computeMetadata/v1/project/project-id")
    request.headers = [("Metadata-Flavor", "Google")]
    return request
  }

  @Test("an answer has its status, its headers and its body, and connections are used again")
  func answer() throws {
    let server = try FaultServer()
    var transport = CurlTransport(TransportSettings())
    for _ in 0..<2 {
      let response = try transport.send(Self.metadata(server.url))
      #expect(response.status == 200)
      #expect(response.header("metadata-flavor") == "Google")
      #expect(response.body == Array("my-project".utf8))
    }
    var post = HTTPRequest(.post, server.url + "/token")
    post.body = .bytes(Array("grant_type=none".utf8))
    post.headers = [("Content-Type", "application/x-www-form-urlencoded")]
    #expect(try transport.send(post).status == 400)
    post.body = .none
    #expect(try transport.send(post).status == 400)
    let requests = try server.requests()
    #expect(Set(requests.map(\.connection)).count == 1)
    #expect(requests.map(\.method) == ["GET", "GET", "POST", "POST"])
    #expect(requests[2].form == ["grant_type": "none"])
    #expect(requests[3].header("content-length") == "0")
    for name in ["expect", "accept", "accept-encoding"] { #expect(requests[2].header(name) == nil) }
  }

  @Test("a body is read from its place in a file")
  func file() throws {
    let server = try FaultServer()
    let folder = try TemporaryFolder()
    var generator = SplitMix64(seed: 7)
    let bytes = generator.bytes(3 << 20)
    let file = try FileBody(folder.write(bytes, as: "data"))
    var request = HTTPRequest(.post, server.url + "/upload/storage/v1/b/bucket/o?uploadType=media&name=x")
    request.headers = [("Authorization", "Bearer ya29.test"), ("Content-Type", "application/json")]
    request.body = .source(file, 1000..<2_500_000)
    var transport = CurlTransport(TransportSettings())
    #expect(try transport.send(request).status == 200)
    _ = try folder.write(Array(bytes[1000..<2_500_000]), as: "piece")
    let sum = try Tool.output(of: ["sha256sum", folder.path("piece")]).prefix(64)
    #expect(try server.requests("upload").map(\.sha256) == [String(sum)])
    // A file that became shorter is not filled up.
    request.body = .source(file, 1000..<Int64(bytes.count + 1))
    #expect(try Self.failure(of: request).kind == .unreadableFile)
  }

  @Test("a POST of its own connection is sent once, whatever becomes of that", arguments: [false, true])
  func once(isEncrypted: Bool) throws {
    let authority = try TestAuthority()
    let server = try FaultServer(
      ["close-fresh@create*all=ignored"],
      certificate: isEncrypted ? authority.certificate("IP:127.0.0.1") : nil)
    let settings = TransportSettings(authorityFile: isEncrypted ? authority.path : nil)
    var transport = CurlTransport(settings)
    #expect(try transport.send(Self.metadata(server.url)).status == 200)
    let failure = try #require(throws: TransportFailure.self) {
      try transport.send(Self.create(server.url))
    }
    #expect(failure.kind == .ended && !failure.isProvablyUnsent, "\(failure)")
    #expect(try transport.send(Self.metadata(server.url)).status == 200)
    let requests = try server.requests()
    #expect(requests.map(\.call) == ["metadata", "create", "metadata"])
    #expect(requests[0].connection != requests[1].connection)
    #expect(requests[0].connection == requests[2].connection)
  }

  @Test("redirects are not followed", arguments: ["302", "307", "308"])
  func redirects(status: String) throws {
    let server = try FaultServer(["redirect-\(status)@create"])
    var transport = CurlTransport(TransportSettings())
    let response = try transport.send(Self.create(server.url))
    #expect(response.status == Int(status))
    #expect(response.header("location") != nil)
    #expect(try server.requests().map(\.call) == ["create"])
  }

  @Test(
    "what is not an answer, or too long, is refused",
    arguments: [
      ("http-0.9@create", .malformed), ("junk@create", .malformed), ("huge-header@create", .tooLong),
      ("many-headers@create", .tooLong), ("huge-answer@create=300000000", .tooLong),
      ("half-body@create", .ended), ("length-too-large@create", .ended), ("reset-mid-answer@create", .ended),
      ("reset-after-body@create", .ended), ("drip@create=1", .timeout), ("stall@create=60", .timeout),
    ] as [(String, TransportFailure.Kind)])
  func faults(fault: String, kind: TransportFailure.Kind) throws {
    let server = try FaultServer([fault])
    var request = Self.create(server.url)
    request.deadlineInSeconds = kind == .timeout ? 1 : 30
    let clock = ContinuousClock()
    let start = clock.now
    let failure = try Self.failure(of: request)
    #expect(failure.kind == kind && !failure.isProvablyUnsent, "\(failure)")
    // The server would take a minute; a machine with much to do may take some seconds.
    #expect(clock.now - start < .seconds(40))
    #expect(try server.requests("create").count == 1)
  }

  @Test("what is merely unusual is taken", arguments: ["interim@create", "length-too-small@create"])
  func unusual(fault: String) throws {
    let server = try FaultServer([fault])
    var transport = CurlTransport(TransportSettings())
    #expect(try transport.send(Self.create(server.url)).status >= 200)
  }

  @Test("nothing is decompressed")
  func gzip() throws {
    let server = try FaultServer(["gzip-bomb@create=200000000"])
    var transport = CurlTransport(TransportSettings())
    let response = try transport.send(Self.create(server.url))
    #expect(response.header("content-encoding") == "gzip")
    #expect(response.body.count < 1 << 20)
  }

  @Test(
    "a stalled body of a file ends by its speed, or when the program is to end", arguments: [false, true])
  func stall(isInterrupted: Bool) throws {
    let server = try FaultServer(["stall-mid-body@upload=60"])
    let folder = try TemporaryFolder()
    let file = try FileBody(folder.write([UInt8](repeating: 65, count: 16 << 20), as: "data"))
    var request = HTTPRequest(.post, server.url + "/upload/storage/v1/b/bucket/o?uploadType=media&name=x")
    request.headers = [("Authorization", "Bearer ya29.test")]
    request.body = .source(file, 0..<16 << 20)
    var settings = TransportSettings()
    settings.stallSeconds = isInterrupted ? 60 : 2
    let (clock, start) = (ContinuousClock(), ContinuousClock().now)
    let answers = Mutex(0)
    if isInterrupted {
      settings.isInterrupted = {
        guard clock.now - start > .milliseconds(500) else { return false }
        answers.withLock { $0 += 1 }
        return true
      }
    }
    let failure = try Self.failure(of: request, settings)
    #expect(failure.kind == (isInterrupted ? .interrupted : .timeout), "\(failure)")
    // The first answer ends it. By the clock, a machine with much to do may take some seconds of the minute.
    #expect(answers.withLock { $0 } <= 2)
    #expect(clock.now - start < .seconds(40))
  }

  @Test("what was not sent is known not to be")
  func unsent() throws {
    let port = try #require(FaultServer().url.split(separator: ":").last)
    let requests = [
      ("http://127.0.0.1:\(port)", TransportFailure.Kind.noConnection), ("http://example.com", .insecure),
      ("ftp://127.0.0.1", .malformed), ("https://user@127.0.0.1", .malformed),
    ]
    for (url, kind) in requests {
      let failure = try Self.failure(of: Self.create(url))
      #expect(failure.kind == kind && failure.isProvablyUnsent, "\(url): \(failure)")
    }
    var request = Self.create("http://127.0.0.1:\(port)")
    request.headers.append(("X", "a\r\nY: b"))
    #expect(try Self.failure(of: request).kind == .malformed)
  }

  @Test("a failure does not count for the calls after it")
  func unsentAfterSent() throws {
    var url = ""
    var transport = CurlTransport(TransportSettings())
    do {
      let server = try FaultServer()
      url = server.url
      #expect(try transport.send(Self.metadata(url)).status == 200)
    }
    let failure = try #require(throws: TransportFailure.self) { try transport.send(Self.create(url)) }
    #expect(failure.isProvablyUnsent, "\(failure)")
  }

  @Test("certificates of others are refused, and nothing is sent")
  func certificates() throws {
    let authority = try TestAuthority()
    let good = try authority.certificate("IP:127.0.0.1,DNS:localhost")
    let cases = [
      (good, "127.0.0.1", true, true), (good, "127.0.0.1", false, false), (good, "localhost", true, true),
      (try authority.certificate("DNS:example.com"), "127.0.0.1", true, false),
      (try authority.certificate("IP:127.0.0.1", days: -1), "127.0.0.1", true, false),
    ]
    for (certificate, host, isKnown, isAccepted) in cases {
      let server = try FaultServer(certificate: certificate)
      let request = Self.metadata(server.url.replacing("127.0.0.1", with: host))
      let settings = TransportSettings(authorityFile: isKnown ? authority.path : nil)
      if isAccepted {
        var transport = CurlTransport(settings)
        #expect(try transport.send(request).status == 200)
      } else {
        let failure = try Self.failure(of: request, settings)
        #expect(failure.kind == .insecure && failure.isProvablyUnsent, "\(failure)")
        #expect(try server.requests().isEmpty)
      }
    }
    let settings = TransportSettings(authorityFile: "/nowhere/ca.pem")
    #expect(try Self.failure(of: Self.create("https://127.0.0.1:1"), settings).isProvablyUnsent)
  }
}

import ByteStreams
import Submission
import TuningJobs

/// Plays Cloud Storage for a submission, in memory, with faults.
struct FakeStorage: ServiceCaller {
  /// The calls, as they are told apart.
  enum Call: Hashable { case get, start, chunk, status, delete }

  /// What happens instead of the usual.
  enum Fault {
    /// This status, and nothing is done.
    case status(Int, retryAfter: String? = nil)
    /// The connection breaks after so many bytes of the body; 256 KiB at a time are kept.
    case broken(afterBytes: Int)
    /// All is done, and the answer is lost.
    case answerLost
    /// The answer has other headers. A value that is nil takes the header away.
    case headers([String: String?])
    /// Only so many bytes of the chunk are kept.
    case kept(Int)
    /// A byte is kept wrongly.
    case flipped
    /// The upload is gone.
    case gone(Int)
    /// Another writer makes an object before the upload is complete.
    case rival([UInt8])
    /// The answer has this body.
    case body(String)
    /// A signal ends the program after so many bytes.
    case interrupted(afterBytes: Int)
  }

  struct Object {
    var bytes: [UInt8]
    var generation: Int
    /// More of what the service says of it.
    var more = ""
    var crc32c: String? { checksum(bytes) }
  }

  struct Session {
    var bytes: [UInt8] = []
    var generation: Int
    var crc32c: String
    var status: Int?
    var isComplete = false
  }

  static let host = "https://storage.googleapis.com"
  static let name = "gs://bucket/folder/train set.jsonl"

  var object: Object?
  var sessions: [String: Session] = [:]
  /// The faults of a call, by its number among those of its kind, from 1.
  var faults: [Call: [Int: Fault]] = [:]
  /// Called when bytes of a chunk were read.
  var onPiece: ((Int64) -> Void)?
  /// The requests, as `PUT bytes 0-9/10`.
  private(set) var log: [String] = []
  private(set) var urls: [String] = []
  private(set) var waits: [Double] = []
  private(set) var bytesReceived = 0
  private var counts: [Call: Int] = [:]
  private var nextGeneration = 1000
  var elapsedSeconds: Double { 0 }

  static func checksum(_ bytes: [UInt8]) -> String {
    var checksum = CRC32C()
    checksum.add(bytes.span)
    return Base64.text(checksum.value)
  }

  mutating func wait(seconds: Double) throws(ServiceFailure) { if seconds > 0 { waits.append(seconds) } }

  mutating func call(
    _ request: HTTPRequest, _ repetition: Repetition
  ) throws(ServiceFailure) -> HTTPResponse {
    urls.append(request.url)
    let range = request.headers.first { $0.name == "Content-Range" }?.value
    log.append(request.method.rawValue + (range.map { " " + $0 } ?? ""))
    let call: Call =
      switch request.method {
      case .get: .get
      case .post: .start
      case .delete: .delete
      case .put: range?.hasPrefix("bytes */") == true ? .status : .chunk
      }
    counts[call, default: 0] += 1
    let fault = faults[call]?[counts[call] ?? 0]
    switch fault {
    case .status(let status, let retryAfter):
      let headers = retryAfter.map { [("retry-after", $0)] } ?? []
      throw Self.refusal(status, headers)
    case .gone(let status): for key in sessions.keys { sessions[key]?.status = status }
    default: break
    }
    var response = try answer(call, request, fault)
    if case .headers(let headers) = fault {
      for (name, value) in headers {
        response.headers.removeAll { $0.name == name }
        if let value { response.headers.append((name, value)) }
      }
    }
    if case .body(let body) = fault { response.body = Array(body.utf8) }
    if case .answerLost = fault { throw Self.ended }
    if response.status >= 300, response.status != 308 { throw Self.refusal(response.status) }
    return response
  }

  private static let ended = ServiceFailure.transport(
    TransportFailure(.ended, isProvablyUnsent: false, "the connection ended too early"))

  private static func refusal(_ status: Int, _ headers: [(String, String)] = []) -> ServiceFailure {
    let response = HTTPResponse(status: status, headers: headers.map { (name: $0.0, value: $0.1) })
    return .refused(
      ServiceRefusal(status: status, code: "", message: "", tokenSource: "a test", response: response))
  }

  private mutating func answer(
    _ call: Call, _ request: HTTPRequest, _ fault: Fault?
  ) throws(ServiceFailure) -> HTTPResponse {
    if call == .get {
      return object.map { HTTPResponse(status: 200, body: Array(Self.json($0).utf8)) }
        ?? HTTPResponse(status: 404)
    }
    if call == .start { return start(request) }
    guard var session = sessions[request.url] else { return HTTPResponse(status: 404) }
    defer { sessions[request.url] = session }
    if let status = session.status { return HTTPResponse(status: status) }
    if call == .delete {
      session.status = 410
      return HTTPResponse(status: 499)
    }
    if session.isComplete, let object {
      return HTTPResponse(status: 200, body: Array(Self.json(object).utf8))
    }
    let total = Int(
      request.headers.first { $0.name == "Content-Range" }?.value.split(separator: "/").last ?? "")
    if case .source(let source, let range) = request.body {
      if Int(range.lowerBound) > session.bytes.count { return HTTPResponse(status: 503) }
      try receive(source, range, fault, &session)
    }
    guard session.bytes.count == total else { return Self.soFar(session) }
    if case .kept = fault { return Self.soFar(session) }
    return finish(&session, request, fault)
  }

  private mutating func start(_ request: HTTPRequest) -> HTTPResponse {
    guard case .bytes(let body) = request.body else { return HTTPResponse(status: 400) }
    let crc32c = String(decoding: body, as: UTF8.self).split(separator: "\"crc32c\": \"").last?.prefix(8)
    let generation = request.url.split(separator: "ifGenerationMatch=").last.flatMap {
      Int($0.prefix { $0.isNumber })
    }
    let uri = Self.host + "/upload/storage/v1/b/bucket/o?uploadType=resumable&upload_id=\(sessions.count + 1)"
    sessions[uri] = Session(generation: generation ?? -1, crc32c: String(crc32c ?? ""))
    return HTTPResponse(status: 200, headers: [("location", uri)])
  }

  /// Takes the bytes of a chunk, in small pieces.
  private mutating func receive(
    _ source: any BodySource, _ range: Range<Int64>, _ fault: Fault?, _ session: inout Session
  ) throws(ServiceFailure) {
    var (offset, limit) = (range.lowerBound, range.upperBound)
    if case .broken(let count) = fault { limit = min(limit, offset + Int64(count)) }
    if case .interrupted(let count) = fault { limit = min(limit, offset + Int64(count)) }
    var arrived: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 60_000)
    while offset < limit {
      var span = buffer.mutableSpan
      var part = span._mutatingExtracting(..<Int(min(60_000, limit - offset)))
      let count: Int
      do {
        count = try source.read(into: &part, at: offset)
      } catch {
        keep(arrived, at: range.lowerBound, &session, whole: true)
        throw .transport(
          TransportFailure(.unreadableFile, isProvablyUnsent: false, "the file could not be read"))
      }
      arrived += buffer[..<count]
      offset += Int64(count)
      onPiece?(offset)
    }
    bytesReceived += arrived.count
    switch fault {
    case .broken, .interrupted:
      keep(arrived, at: range.lowerBound, &session, whole: true)
      if case .interrupted = fault { throw .interrupted }
      throw Self.ended
    case .kept(let count): arrived = Array(arrived.prefix(count))
    case .flipped: arrived[0] ^= 1
    default: break
    }
    keep(arrived, at: range.lowerBound, &session, whole: false)
  }

  private func keep(_ arrived: [UInt8], at offset: Int64, _ session: inout Session, whole: Bool) {
    session.bytes += arrived.dropFirst(session.bytes.count - Int(offset))
    if whole { session.bytes.removeLast(session.bytes.count % (1 << 18)) }
  }

  private static func soFar(_ session: Session) -> HTTPResponse {
    if session.bytes.isEmpty { return HTTPResponse(status: 308) }
    return HTTPResponse(
      status: 308,
      headers: [
        ("range", "bytes=0-\(session.bytes.count - 1)"),
        ("x-goog-running-hash", "crc32c=\(checksum(session.bytes))"),
      ])
  }

  private mutating func finish(_ session: inout Session, _ request: HTTPRequest, _ fault: Fault?)
    -> HTTPResponse
  {
    let hash = request.headers.first { $0.name == "x-goog-hash" }?.value
    let actual = Self.checksum(session.bytes)
    if session.crc32c != actual || hash.map({ $0 != "crc32c=" + actual }) == true {
      session.status = 400
      return HTTPResponse(status: 400)
    }
    if case .rival(let bytes) = fault {
      object = Object(bytes: bytes, generation: nextGeneration)
      nextGeneration += 1
    }
    if session.generation != object?.generation ?? 0 {
      session.status = 412
      return HTTPResponse(status: 412)
    }
    let made = Object(bytes: session.bytes, generation: nextGeneration)
    nextGeneration += 1
    object = made
    session.isComplete = true
    return HTTPResponse(status: 200, body: Array(Self.json(made).utf8))
  }

  static func json(_ object: Object) -> String {
    #"{"kind": "storage#object", "generation": "\#(object.generation)", "metageneration": "1", "size": "\#(object.bytes.count)""#
      + (object.more.contains("crc32c") ? "" : #", "crc32c": "\#(checksum(object.bytes))""#)
      + object.more.replacing(#""crc32c": null"#, with: #""x": null"#) + "}"
  }
}

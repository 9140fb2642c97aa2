import Submission
import Testing

@Suite struct ResumableUploadTests {
  /// Faults that cost at most a chunk and some pauses: the object is whole in the end.
  private static let harmless: [(String, FakeStorage.Call, Int, FakeStorage.Fault)] = [
    ("503", .chunk, 2, .status(503)), ("500 at the last chunk", .chunk, 5, .status(500)),
    ("429", .chunk, 1, .status(429, retryAfter: "7")), ("408", .chunk, 3, .status(408)),
    ("a connection that breaks at once", .chunk, 2, .broken(afterBytes: 0)),
    ("one that breaks within a chunk", .chunk, 3, .broken(afterBytes: 100_000)),
    ("one that breaks at the end of a chunk", .chunk, 3, .broken(afterBytes: 1 << 18)),
    ("a lost answer", .chunk, 2, .answerLost), ("the lost answer of the last chunk", .chunk, 5, .answerLost),
    ("an odd number of bytes kept", .chunk, 2, .kept(12_345)), ("no byte kept", .chunk, 2, .kept(0)),
    ("a last chunk not complete", .chunk, 5, .kept(999)),
    ("all bytes kept, and no object", .chunk, 5, .kept(1000)),
    ("another form of Range", .chunk, 2, .headers(["range": "bytes 0-524287"])),
    ("no Range", .chunk, 2, .headers(["range": nil, "x-goog-running-hash": nil])),
    ("a Range that cannot be read", .chunk, 2, .headers(["range": "bytes=abc-def"])),
    ("a Range that does not begin at 0", .chunk, 2, .headers(["range": "bytes=5-524287"])),
    ("a Range of one byte", .chunk, 1, .headers(["range": "bytes=0-0", "x-goog-running-hash": nil])),
    ("no checksum of what is kept", .chunk, 2, .headers(["x-goog-running-hash": nil])),
    ("a wrong checksum", .chunk, 3, .headers(["x-goog-running-hash": "crc32c=AAAAAA=="])),
    ("a byte that was changed on its way", .chunk, 3, .flipped),
    ("one in the last chunk", .chunk, 5, .flipped),
    ("404", .chunk, 3, .gone(404)), ("410", .chunk, 1, .gone(410)), ("400", .chunk, 5, .gone(400)),
    ("no address", .start, 1, .headers(["location": nil])),
    ("an object that cannot be read", .chunk, 5, .body("<html>")),
    ("an object without its checksum", .chunk, 5, .body(#"{"generation": "5", "size": "1049576"}"#)),
  ]

  @Test("the upload survives", arguments: harmless.indices)
  func survival(index: Int) throws {
    let (name, call, number, fault) = Self.harmless[index]
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[call] = [number: fault]
    #expect(try sample.run(&storage) == .uploaded, "\(name)")
    #expect(storage.object?.bytes == sample.bytes, "\(name)")
    #expect(sample.dataset.session == nil, "\(name)")
    if case .status(429, _) = fault { #expect(storage.waits.contains { $0 >= 7 }) }
    // Unless the answer was clear, the service is asked before anything is sent again.
    if case .kept = fault { return }
    if case .headers(let headers) = fault, headers["range"] == "bytes=0-0" { return }
    for (before, after) in zip(storage.log, storage.log.dropFirst()) where before == after {
      #expect(before == "POST" || before.contains("*"), "\(name): \(storage.log)")
    }
  }

  @Test("what was kept is not sent again")
  func economy() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[.chunk] = [2: .answerLost, 3: .status(503), 5: .broken(afterBytes: 1 << 18)]
    _ = try sample.run(&storage)
    #expect(storage.bytesReceived == sample.bytes.count)
  }

  @Test("a signal at any byte, and the next run continues", arguments: 1...5)
  func interruption(chunk: Int) throws {
    for bytes in [0, 1, 150_000, 1 << 18] {
      var sample = try UploadSample()
      var storage = FakeStorage()
      storage.faults[.chunk] = [chunk: .interrupted(afterBytes: bytes)]
      guard case .interrupted = sample.fault(&storage) else {
        Issue.record("it was not interrupted")
        return
      }
      sample.dataset = try #require(sample.saved.last)
      let received = storage.bytesReceived
      #expect(try sample.run(&storage) == .uploaded)
      #expect(storage.object?.bytes == sample.bytes)
      #expect(storage.sessions.count == 1)
      #expect(storage.bytesReceived - received <= sample.bytes.count - (chunk - 1) * UploadSample.chunk)
    }
  }

  @Test("an upload that is complete already is not sent again")
  func complete() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[.chunk] = [5: .answerLost]
    storage.faults[.status] = [1: .status(403)]
    guard case .service = sample.fault(&storage) else {
      Issue.record("it did not fail")
      return
    }
    let count = storage.log.count
    sample.dataset = try #require(sample.saved.last)
    #expect(try sample.run(&storage) == .wasThere)
    #expect(storage.log.count == count + 1)
  }

  @Test(
    "what cannot be right ends the upload, and nothing is left behind",
    arguments: [
      (
        "a Range beyond what was sent", FakeStorage.Call.chunk,
        FakeStorage.Fault.headers(["range": "bytes=0-524288"]),
        "has 524289 bytes, but only 524288 were sent"
      ),
      (
        "an address elsewhere", .start, .headers(["location": "https://storage.example.com/upload"]),
        "not its own"
      ),
      (
        "an address that deceives", .start,
        .headers(["location": "https://storage.googleapis.com@example.com/"]),
        "not its own"
      ),
      (
        "an address without encryption", .start,
        .headers(["location": "http://storage.googleapis.com/upload"]),
        "not its own"
      ),
    ])
  func unexpected(name: String, call: FakeStorage.Call, fault: FakeStorage.Fault, problem: String) throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[call] = [call == .start ? 1 : 2: fault]
    let found = sample.fault(&storage)
    #expect(found?.description.contains(problem) == true, "\(name): \(String(describing: found))")
    #expect(storage.object == nil && sample.dataset.session == nil)
    #expect(storage.log.last == (call == .start ? "POST" : "DELETE"))
  }

  @Test("an upload that is lost again and again is given up")
  func restarts() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[.chunk] = [2: .gone(404), 4: .gone(410), 6: .gone(404)]
    let fault = sample.fault(&storage)
    #expect(fault?.description.contains("was started 3 times") == true, "\(String(describing: fault))")
    #expect(storage.log.filter { $0 == "POST" }.count == 3)
  }

  @Test("ten failures without a new byte end the upload, and the next run continues")
  func stall() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    for number in 3...12 { storage.faults[.chunk, default: [:]][number] = .status(503) }
    let fault = sample.fault(&storage)
    #expect(
      fault?.description.contains("no more bytes in 10 attempts") == true, "\(String(describing: fault))")
    #expect(storage.waits.count == 9)
    for (wait, longest) in zip(storage.waits, [1.0, 2, 4, 8, 16, 32, 60, 60, 60]) { #expect(wait <= longest) }
    #expect(sample.dataset.session?.acknowledgedBytes == 2 * UploadSample.chunk)
    #expect(try sample.run(&storage) == .uploaded)
  }

  @Test("a new byte is a new beginning for the failures")
  func progress() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    for number in 1...36 where number % 9 != 0 { storage.faults[.chunk, default: [:]][number] = .status(500) }
    #expect(try sample.run(&storage) == .uploaded)
  }

  @Test("an object of another writer is compared: the same bytes will do, others are refused")
  func rivals() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[.chunk] = [5: .rival(sample.bytes)]
    #expect(try sample.run(&storage) == .uploaded)
    #expect(sample.dataset.generation == 1000)

    var other = try UploadSample(isOther: true)
    storage = FakeStorage()
    storage.faults[.chunk] = [5: .rival(sample.bytes)]
    let fault = other.fault(&storage)
    #expect(fault?.description.contains("its CRC32C is") == true, "\(String(describing: fault))")
    #expect(other.dataset.session == nil && other.dataset.generation == nil)
  }

  @Test("no permission is told at once", arguments: [FakeStorage.Call.get, .start, .chunk])
  func forbidden(call: FakeStorage.Call) throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[call] = [1: .status(403)]
    guard case .service(.refused(let refusal), _) = sample.fault(&storage) else {
      Issue.record("it was not refused")
      return
    }
    #expect(refusal.status == 403 && storage.waits.isEmpty)
  }

  @Test("an address that was kept but is not the storage's is not used")
  func foreignSession() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    sample.dataset.session = .init(uri: "https://storage.example.com/upload", startedAt: 0)
    #expect(try sample.run(&storage) == .uploaded)
    #expect(!storage.urls.contains { $0.contains("example.com") })
  }
}

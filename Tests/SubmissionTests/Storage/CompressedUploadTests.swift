import Submission
import TestSupport
import Testing

/// Datasets in gzip data are uploaded as what is in them.
@Suite(.enabled(if: Tool.has("gzip"))) struct CompressedUploadTests {
  private static func sample(_ command: String = "gzip -1") throws -> UploadSample {
    var sample = try UploadSample()
    let path = sample.dataset.path
    try Tool.run("\(command) < \(path) > \(path).gz")
    sample.dataset.path = path + ".gz"
    return sample
  }

  @Test(
    "the bytes that were validated are sent, whatever breaks",
    arguments: [
      nil, FakeStorage.Fault.broken(afterBytes: 100_000), .answerLost, .kept(12_345), .gone(410),
      .status(503),
      .flipped,
    ])
  func upload(fault: FakeStorage.Fault?) throws {
    var sample = try Self.sample()
    var storage = FakeStorage()
    if let fault { storage.faults[.chunk] = [3: fault] }
    #expect(try sample.run(&storage) == .uploaded)
    #expect(storage.object?.bytes == sample.bytes)
  }

  @Test("an upload that was interrupted is continued", arguments: [1, 3, 5])
  func interruption(chunk: Int) throws {
    var sample = try Self.sample("gzip -9")
    var storage = FakeStorage()
    storage.faults[.chunk] = [chunk: .interrupted(afterBytes: 100_000)]
    #expect(sample.fault(&storage) != nil)
    sample.dataset = try #require(sample.saved.last)
    #expect(try sample.run(&storage) == .uploaded)
    #expect(storage.object?.bytes == sample.bytes)
    #expect(storage.sessions.count == 1)
  }

  @Test("gzip data that have changed are refused", arguments: ["| head -c 600000", "; echo more"])
  func changed(rest: String) throws {
    var sample = try Self.sample()
    let path = sample.dataset.path
    try Tool.run("{ cat \(path) \(rest); } > \(path).new; mv \(path).new \(path)")
    var storage = FakeStorage()
    #expect(sample.fault(&storage)?.description.contains("its gzip data are damaged") == true)
    #expect(storage.log.isEmpty)
  }
}

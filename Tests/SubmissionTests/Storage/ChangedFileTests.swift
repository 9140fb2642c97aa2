import Foundation
import Submission
import TestSupport
import Testing

/// One byte of a dataset changes, and neither its size nor its time does.
@Suite struct ChangedFileTests {
  /// Changes a byte of a file.
  private static func change(_ path: String, at offset: Int) throws {
    let before = try FileManager.default.attributesOfItem(atPath: path)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.seek(toOffset: UInt64(offset))
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: [byte ^ 1])
    try file.close()
    let time = try #require(before[.modificationDate] as? Date)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
  }

  @Test("before the upload nothing is sent", arguments: [0, 500_000, 1_049_575])
  func before(offset: Int) throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    try Self.change(sample.dataset.path, at: offset)
    let fault = sample.fault(&storage)
    #expect(fault?.description.contains("has changed since it was validated: it has another SHA-256") == true)
    #expect(storage.log.isEmpty)
  }

  @Test("other lengths are told", arguments: [-1, 1])
  func length(difference: Int) throws {
    var sample = try UploadSample(count: 1000)
    var storage = FakeStorage()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: sample.dataset.path))
    try file.truncate(atOffset: UInt64(1000 + difference))
    try file.close()
    let fault = sample.fault(&storage)
    let problem = difference < 0 ? "it has 999 bytes, not 1000" : "it has more than 1000 bytes"
    #expect(fault?.description.contains(problem) == true, "\(String(describing: fault))")
  }

  @Test(
    "during the upload the last bytes are not sent, and the upload is ended",
    arguments: [
      // Where reading has got to, and which byte changes then.
      (100_000, 600_000), (600_000, 1_049_575), (1_040_000, 1_049_575), (262_144, 262_144),
    ])
  func during(moment: Int, offset: Int) throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    let path = sample.dataset.path
    var hasChanged = false
    storage.onPiece = { position in
      guard position >= moment, !hasChanged else { return }
      hasChanged = true
      try? Self.change(path, at: offset)
    }
    let fault = sample.fault(&storage)
    #expect(
      fault?.description.contains("has changed since it was validated") == true,
      "\(String(describing: fault))")
    #expect(storage.object == nil)
    #expect(storage.log.last == "DELETE")
    #expect(sample.saved.last?.session == nil)
  }

  @Test("a byte that was sent already, and changed since, does not get into the object")
  func sent() throws {
    // The next chunk breaks, so what was sent is read again, and is not what the service has.
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[.chunk] = [2: .broken(afterBytes: 200_000)]
    let path = sample.dataset.path
    var hasChanged = false
    storage.onPiece = { position in
      guard position >= 300_000, !hasChanged else { return }
      hasChanged = true
      try? Self.change(path, at: 262_150)
    }
    #expect(sample.fault(&storage)?.description.contains("has changed") == true)
    #expect(storage.object == nil)
  }

  @Test("between two runs the kept upload is ended")
  func between() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    storage.faults[.chunk] = [3: .interrupted(afterBytes: 0)]
    _ = sample.fault(&storage)
    #expect(sample.dataset.session != nil)
    try Self.change(sample.dataset.path, at: 10)
    #expect(sample.fault(&storage)?.description.contains("has changed") == true)
    #expect(storage.log.last == "DELETE")
    #expect(sample.dataset.session == nil)
  }

  @Test("a file that takes the name does not take the place of the one that was opened")
  func replacedName() throws {
    var sample = try UploadSample()
    var storage = FakeStorage()
    let path = sample.dataset.path
    storage.onPiece = { position in
      guard position < 100_000 else { return }
      try? Data("other".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
    #expect(try sample.run(&storage) == .uploaded)
    #expect(storage.object?.bytes == sample.bytes)
  }

  @Test("what is not a file is refused, and a pipe does not make the program wait")
  func noFile() throws {
    var sample = try UploadSample(count: 10)
    var storage = FakeStorage()
    for (path, problem) in [
      (sample.folder.path("absent"), "does not exist"), (sample.folder.path, "is a pipe or a device"),
    ] {
      sample.dataset.path = path
      let fault = sample.fault(&storage)
      #expect(fault?.description.contains(problem) == true, "\(String(describing: fault))")
    }
    let pipe = sample.folder.path("pipe")
    try Tool.run("mkfifo \(pipe)")
    sample.dataset.path = pipe
    #expect(sample.fault(&storage)?.description.contains("is a pipe or a device") == true)
  }
}

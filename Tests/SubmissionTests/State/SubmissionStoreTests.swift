import Foundation
import Submission
import TestSupport
import Testing

@Suite final class SubmissionStoreTests {
  private let temporary: TemporaryFolder
  private let path: String

  init() throws {
    temporary = try TemporaryFolder()
    path = temporary.path("state/tunekit/submissions")
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("a state is saved for the user alone, and read again")
  func saving() throws {
    let store = try SubmissionStore(folder: path)
    #expect(try store.state(StateSample.key) == nil)
    var state = try StateSample.full
    do {
      let taken = try store.take(StateSample.key)
      #expect(try taken.state() == nil)
      try taken.save(state)
      state.lastState = "JOB_STATE_SUCCEEDED"
      try taken.save(state)
      #expect(try taken.state() == state)
    }
    #expect(try store.state(StateSample.key) == state)
    #expect(try store.keys() == [StateSample.key])
    #expect(try mode(path) == 0o700)
    #expect(try mode(temporary.path("state")) == 0o700)
    for name in ["\(StateSample.key).json", "\(StateSample.key).lock"] {
      #expect(try mode(path + "/" + name) == 0o600)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
  }

  @Test("who comes second is told who has the submission, until that one is gone")
  func locking() throws {
    let store = try SubmissionStore(folder: path)
    do {
      let taken = try store.take(StateSample.key)
      let fault = #expect(throws: StateFault.self) { _ = try store.take(StateSample.key) }
      let number = Int(ProcessInfo.processInfo.processIdentifier)
      #expect(fault == .inUse(StateSample.key, process: number))
      #expect(fault?.description.contains("is being submitted by process \(number)") == true)
      try taken.save(try StateSample.minimal())
    }
    _ = try store.take(StateSample.key)
  }

  @Test("what others can read is refused, with the command that corrects it")
  func exposed() throws {
    let store = try SubmissionStore(folder: path)
    let key = StateSample.key
    do { try store.take(key).save(try StateSample.minimal()) }
    let file = path + "/\(key).json"
    for mode in [0o640, 0o604, 0o620] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
      let fault = #expect(throws: StateFault.self) { try store.state(key) }
      #expect(fault?.description.contains("chmod 600 \(file)") == true)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(try store.state(key) != nil)
    for mode in [0o750, 0o701] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let fault = #expect(throws: StateFault.self) { try SubmissionStore(folder: path) }
      #expect(fault?.description.contains("chmod 700 \(path)") == true)
    }
  }

  @Test("a symbolic link is not followed")
  func links() throws {
    let store = try SubmissionStore(folder: path)
    let key = StateSample.key
    do { try store.take(key).save(try StateSample.minimal()) }
    let file = path + "/\(key).json"
    let moved = temporary.path("moved.json")
    try FileManager.default.moveItem(atPath: file, toPath: moved)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: moved)
    let fault = #expect(throws: StateFault.self) { try store.state(key) }
    #expect(fault?.description.contains("must not be a symbolic link") == true)
    // A new state takes the link's place, not that of what it leads to.
    var state = try StateSample.minimal()
    state.lastState = "new"
    do { try store.take(key).save(state) }
    #expect(try store.state(key) == state)
    #expect(!String(decoding: try temporary.read("moved.json"), as: UTF8.self).contains("new"))
    let link = temporary.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: StateFault.self) { try SubmissionStore(folder: link) }
  }

  @Test("a file that is no state, or that of another submission, is told in one line")
  func invalid() throws {
    let store = try SubmissionStore(folder: path)
    let key = StateSample.key
    do { try store.take(key).save(try StateSample.minimal()) }
    let file = path + "/\(key).json"
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    for (bytes, problem) in [
      (Array(whole.prefix(100)), "truncated"), ([], "is empty"),
      (
        Array(String(decoding: whole, as: UTF8.self).replacing("sion\": 1", with: "sion\": 2").utf8),
        "version 2"
      ),
      (
        Array(
          String(decoding: whole, as: UTF8.self).replacing(key.description, with: "0000000000000000").utf8),
        "it is that of 0000000000000000"
      ),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      let fault = #expect(throws: StateFault.self) { try store.state(key) }
      let text = try #require(fault?.description)
      #expect(text.contains(problem) && !text.contains("\n"), "\(text)")
    }
  }

  @Test("what is no file is not called one that others can read")
  func noFiles() throws {
    let store = try SubmissionStore(folder: path)
    let key = StateSample.key
    let file = path + "/\(key).json"
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(
      throws: StateFault.invalid(path: file, problem: "it is a folder, a pipe or a device: move it away")
    ) {
      try store.state(key)
    }
  }

  @Test("a folder that takes no file is told, and the state is as it was")
  func full() throws {
    let store = try SubmissionStore(folder: path)
    let key = StateSample.key
    let state = try StateSample.minimal()
    let taken = try store.take(key)
    try taken.save(state)
    // Stands where the new file would be written, and cannot be removed as a file.
    try FileManager.default.createDirectory(
      atPath: path + "/\(key).json.new", withIntermediateDirectories: false)
    let fault = #expect(throws: StateFault.self) { try taken.save(try StateSample.full) }
    #expect(fault?.description.contains("cannot be written") == true)
    #expect(try taken.state() == state)
  }
}

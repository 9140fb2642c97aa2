import Foundation
import Testing
import TestSupport

@testable import ByteStreams

@Suite struct ReplacementFileTests {
  private static func names(_ folder: borrowing TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("the file takes the place of another, with its permissions, once it is put there")
  func replaces() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("old".utf8), as: "a.jsonl")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let file = try ReplacementFile(beside: path)
    file.write([0x6E, 0x65])
    file.write([0x77])
    #expect(file.length == 3 && file.failure == nil)
    #expect(try folder.read("a.jsonl") == Array("old".utf8))
    try file.replace(path)
    #expect(try folder.read("a.jsonl") == Array("new".utf8))
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    #expect(try Self.names(folder) == ["a.jsonl"])
  }

  @Test("until a file is in its place, others cannot read it; a new one gets the permissions of new files")
  func permissions() throws {
    func permissions(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let folder = try TemporaryFolder()
    for file in [try ReplacementFile(beside: folder.path("new")), try ReplacementFile()] {
      #expect(try permissions(file.path) == 0o600)
      file.write([1])
      #expect(try permissions(file.path) == 0o600)
    }
    let file = try ReplacementFile(beside: folder.path("new"))
    try file.replace(folder.path("new"))
    let other = folder.path("other")
    #expect(FileManager.default.createFile(atPath: other, contents: nil))
    #expect(try permissions(folder.path("new")) == permissions(other))
  }

  @Test("a file that is not put in its place is gone")
  func isGone() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try ReplacementFile(beside: folder.path("b"))
      file.write([1, 2, 3])
      #expect(try Self.names(folder).count == 1)
      file.remove()
      #expect(try Self.names(folder) == [])
      _ = try ReplacementFile(beside: folder.path("b"))
    }
    #expect(try Self.names(folder) == [])
  }

  @Test(
    "what a signal removes are all files that are not in their places, of which there may be more than it can"
  )
  func signal() throws {
    let folder = try TemporaryFolder()
    let files = try (0..<6).map { _ in try ReplacementFile(beside: folder.path("c")) }
    #expect(ReplacementFile.removeAll())
    #expect(try Self.names(folder).count <= 2)
    for file in files { file.remove() }
    #expect(try Self.names(folder) == [])
  }

  @Test("a file that was changed since its state was noted is not replaced")
  func changedBefore() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("old".utf8), as: "a.jsonl")
    let before = try #require(FileState(path: path))
    let file = try ReplacementFile(beside: path)
    file.write(Array("new".utf8)[...])
    _ = try folder.write(Array("old, and more".utf8), as: "a.jsonl")
    #expect(throws: ReplacementFile.Failure.self) { try file.replace(path, ifStill: before) }
    file.remove()
    #expect(try folder.read("a.jsonl") == Array("old, and more".utf8))
    #expect(try Self.names(folder) == ["a.jsonl"])
  }

  @Test("a file that was changed after the last look at it gets its place back")
  func changedMeanwhile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("old".utf8), as: "a.jsonl")
    let before = try #require(FileState(path: path))
    let file = try ReplacementFile(beside: path)
    file.write(Array("new".utf8)[...])
    let writer = try #require(FileHandle(forWritingAtPath: path))
    try writer.seekToEnd()
    try writer.write(contentsOf: Data(", and more".utf8))
    #expect(throws: ReplacementFile.Failure.self) { _ = try file.exchange(with: path, ifStill: before) }
    try writer.write(contentsOf: Data("!".utf8))
    file.remove()
    #expect(try folder.read("a.jsonl") == Array("old, and more!".utf8))
    #expect(try Self.names(folder) == ["a.jsonl"])
  }

  @Test("files change names if the one that is replaced is as it was")
  func exchanged() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("old".utf8), as: "a.jsonl")
    let file = try ReplacementFile(beside: path)
    file.write(Array("new".utf8)[...])
    let before = try #require(FileState(path: path))
    try file.replace(path, ifStill: before)
    #expect(try folder.read("a.jsonl") == Array("new".utf8))
    #expect(try Self.names(folder) == ["a.jsonl"])
  }

  @Test("a name that is reserved is one that was free")
  func reserved() throws {
    let folder = try TemporaryFolder()
    try ReplacementFile.reserve(folder.path("a"))
    #expect(throws: ReplacementFile.Failure.self) { try ReplacementFile.reserve(folder.path("a")) }
    #expect(try folder.read("a") == [])
  }

  @Test("a folder that is not there takes no file")
  func noFolder() throws {
    #expect(throws: ReplacementFile.Failure.self) { _ = try ReplacementFile(beside: "/no/such/folder/a") }
  }

  @Test("members one after the other are gzip data", arguments: [0, 1, 65_536, 3_000_000])
  func members(count: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0..<40, using: &generator) }
    let data =
      GzipMember.bytes(of: bytes.span) + GzipMember.bytes(of: [UInt8]().span)
      + GzipMember.bytes(of: bytes.span)
    var stream = ByteStream(bytes: data)
    var inflated: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var span = block.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      inflated += block.prefix(count)
    }
    #expect(stream.fault == nil && inflated == bytes + bytes)
  }
}

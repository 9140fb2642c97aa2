import ByteStreams
import Foundation
import Synchronization
import SystemPackage
import Testing
import TestSupport

@Suite("ByteStream")
struct ByteStreamTests {
  @Test("gives the bytes of a file as they are", arguments: [0, 1, 2, 3, 65_535, 65_536, 65_537, 200_000])
  func plainFile(length: Int) throws {
    let folder = try TemporaryFolder()
    var generator = SplitMix64(seed: UInt64(length))
    // Not beginning with gzip's mark, whatever the generator gives.
    let bytes = Array(([0x7B] + generator.bytes(length)).prefix(length))
    let path = try folder.write(bytes, as: "data.jsonl")
    #expect(try Nature(path: path) == .file(sizeInBytes: length))
    #expect(try Reading(path: path) == Reading(bytes: bytes, fault: nil, bytesConsumed: length))
  }

  @Test("gives the same whatever the chunks and buffers", arguments: awkwardSizes, awkwardSizes)
  func boundaries(chunk: Int, bufferLength: Int) throws {
    let bytes = sampleLines(20)
    let reading = try Reading(bytes, chunk: chunk, bufferLength: min(bufferLength, 1 << 16))
    #expect(reading == Reading(bytes: bytes, fault: nil, bytesConsumed: bytes.count))
  }

  @Test("takes for gzip only what begins with both bytes of its mark", arguments: [1, 2, 5])
  func detection(chunk: Int) throws {
    let others: [[UInt8]] = [
      [], [0x1F], [0x8B], [0x1F, 0x8C], [0x8B, 0x1F], [0x1F, 0x0A, 0x8B], [0, 0x1F, 0x8B],
    ]
    for bytes in others {
      #expect(Nature(ByteStream(bytes: bytes, chunkSizeInBytes: chunk)) == .noFile())
      #expect(try Reading(bytes, chunk: chunk, bufferLength: 1).bytes == bytes)
    }
    let compressed = ByteStream(bytes: [0x1F, 0x8B], chunkSizeInBytes: chunk)
    #expect(Nature(compressed) == .noFile(isCompressed: true))
  }

  @Test("tells how far it has got, in bytes on disk")
  func progress() throws {
    let compressed = Gzip.member(sampleLines(20_000))
    var stream = ByteStream(bytes: compressed)
    var buffer = [UInt8](repeating: 0, count: 100_000)
    var last = 0
    while true {
      var span = buffer.mutableSpan
      if try stream.read(into: &span) == 0 { break }
      #expect(stream.bytesConsumed > last)
      #expect(stream.bytesConsumed <= compressed.count)
      last = stream.bytesConsumed
    }
    #expect(last == compressed.count)
  }

  private final class Shared: Sendable {
    let stream: Mutex<ByteStream>
    init(_ stream: consuming sending ByteStream) { self.stream = Mutex(stream) }
  }

  @Test("workers may share one under a lock")
  func sharing() async throws {
    let bytes = sampleLines(5000)
    let shared = Shared(ByteStream(bytes: Gzip.member(bytes)))
    let total = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var buffer = [UInt8](repeating: 0, count: 10_000)
          var sum = 0
          while true {
            let count = try shared.stream.withLock { stream in
              var span = buffer.mutableSpan
              return try stream.read(into: &span)
            }
            if count == 0 { return sum }
            sum += count
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(total == bytes.count)
  }

  // Only Linux lists the open files of a process here.
  @Test("closes what it opened", .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd")))
  func closing() throws {
    let folder = try TemporaryFolder()
    let plain = try folder.write(sampleLines(3), as: "closing-plain.jsonl")
    func isOpen(_ path: String) throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").contains {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)) == path
      }
    }
    do {
      var stream = try ByteStream(path: plain)
      #expect(try isOpen(plain))
      _ = try Reading(&stream, bufferLength: 100)
    }
    #expect(try !isOpen(plain))
    #expect(throws: ByteStreamError.isADirectory(path: folder.path)) { try Nature(path: folder.path) }
    #expect(try !isOpen(folder.path))
  }
}

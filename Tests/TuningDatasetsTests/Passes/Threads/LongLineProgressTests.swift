import ByteStreams
import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// How far the reading is shows within a line, however long that is.
@Suite struct LongLineProgressTests {
  private static let blockBytes = 1000

  private static var limits: Limits {
    var limits = Limits()
    (limits.jobs, limits.blockBytes) = (2, blockBytes)
    return limits
  }

  private static func buffer() -> LineBuffer {
    LineBuffer(blockLength: blockBytes, maximumLineLength: 1 << 20)
  }

  /// A file of one line of a hundred blocks.
  private static func file(in folder: borrowing TemporaryFolder) throws -> String {
    try folder.write(Array(repeating: UInt8(ascii: "x"), count: 100 * blockBytes), as: "long.jsonl")
  }

  @Test("a thread that reads on behind its range shows it")
  func behindTheRange() throws {
    let folder = try TemporaryFolder()
    let stream = try ByteStream(path: Self.file(in: folder))
    let sizeInBytes = stream.sizeInBytes
    let size = try #require(sizeInBytes)
    let feed = RangeFeed(stream.file(), sizeInBytes: size, Self.buffer(), limits: Self.limits)
    var buffer = Self.buffer()
    let first = feed.next(&buffer)
    var batch = try #require(first)
    var reached = [feed.bytesReached.onDisk]
    while feed.readOn(&batch, &buffer) {
      while buffer.next() != nil {}
      reached.append(feed.bytesReached.onDisk)
    }
    feed.largeBuffers.release(&buffer)
    #expect(reached == reached.sorted() && reached.last == size)
    #expect(Set(reached).count > 10)
  }

  @Test("a thread whose range begins after the end shows nothing")
  func behindTheEnd() throws {
    let folder = try TemporaryFolder()
    let lines = Array(repeating: UInt8(ascii: "\n"), count: Self.blockBytes + 10)
    let stream = try ByteStream(path: folder.write(lines, as: "short.jsonl"))
    let feed = RangeFeed(stream.file(), sizeInBytes: lines.count, Self.buffer(), limits: Self.limits)
    // Each range is one block, so the third begins after the end. Its thread is the first to read.
    var first = Self.buffer()
    var second = Self.buffer()
    var third = Self.buffer()
    let batches = [feed.next(&first), feed.next(&second), feed.next(&third)].compactMap { $0 }
    try #require(batches.count == 3)
    var (begun, going, last) = (batches[0], batches[1], batches[2])
    var reached: [Int] = []
    _ = feed.readOn(&last, &third)
    reached.append(feed.bytesReached.onDisk)
    _ = feed.readOn(&going, &second)
    reached.append(feed.bytesReached.onDisk)
    _ = feed.readOn(&begun, &first)
    reached.append(feed.bytesReached.onDisk)
    #expect(reached == [0, lines.count, lines.count])
  }

  /// Notes what the feed shows each time that something is read.
  private final class Watch: ByteObserver {
    let feed = Guarded<OrderedFeed?>(nil)
    let reached = Guarded<[Int]>([])

    func observe(_ bytes: Span<UInt8>) {
      guard let feed = feed.withLock({ $0 }) else { return }
      let now = feed.bytesReached.onDisk
      reached.withLock { $0.append(now) }
    }
  }

  @Test("a thread that has its turn to read shows it")
  func inTurn() throws {
    let folder = try TemporaryFolder()
    let watch = Watch()
    let stream = try ByteStream(path: Self.file(in: folder), observer: watch)
    let feed = OrderedFeed(stream, Self.buffer(), limits: Self.limits)
    watch.feed.withLock { $0 = feed }
    var buffer = Self.buffer()
    let batch = feed.next(&buffer)
    #expect(batch != nil)
    feed.largeBuffers.release(&buffer)
    watch.feed.withLock { $0 = nil }
    let reached = watch.reached.withLock { $0 }
    #expect(reached == reached.sorted() && Set(reached).count == 100)
    #expect(feed.bytesReached.onDisk == 100 * Self.blockBytes)
  }
}

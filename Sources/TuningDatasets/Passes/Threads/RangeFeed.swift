import ByteStreams
import JSONLines

/// Gives every thread ranges of a plain file, which it reads itself.
///
///     file   ├── range 0 ──┼── range 1 ──┼── range 2 ──┼─ …
///     lines  ├──┬────┬──────┬──┬──────────────┬───┬──┬────…
///                           └ the first of range 1, which reads on to the end of its last
final class RangeFeed: BatchFeed {
  private struct State: ~Copyable {
    var nextNumber = 0
    /// The buffer of the first range: it contains what was read of it already.
    var first: LineBuffer
    /// Where the next range begins.
    var nextStart: Int
    /// Up to where any thread has read.
    var furthest: Int
    var isOver = false
  }

  /// The longest range in blocks: only at its end is anything read twice.
  private static let mostBlocks = 8

  let largeBuffers = LargeBuffers()
  private let file: PlainFile
  private let sizeInBytes: Int
  private let limits: Limits
  private let state: Guarded<State>

  /// - Parameter buffer: what was read of the file and not examined yet.
  /// - Parameter sizeInBytes: the file's size as far as it is known; what it is in truth is found by reading.
  init(_ file: consuming PlainFile, sizeInBytes: Int, _ buffer: consuming LineBuffer, limits: Limits) {
    largeBuffers.take(buffer)
    self.file = file
    self.sizeInBytes = sizeInBytes
    self.limits = limits
    let bytesRead = buffer.bytesRead
    state = Guarded(State(first: buffer, nextStart: bytesRead, furthest: bytesRead))
  }

  func next(_ buffer: inout LineBuffer) -> Batch? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      let start = state.nextStart
      state.nextStart += rangeLength(from: start)
      if state.nextNumber == 0 {
        swap(&buffer, &state.first)
        buffer.endRange(at: state.nextStart)
      } else {
        buffer.restart(at: start, until: state.nextStart, isWithinLine: true)
      }
      defer { state.nextNumber += 1 }
      return Batch(number: state.nextNumber)
    }
  }

  /// Ranges are shorter towards the end, so that all threads come to it at about the same time.
  private func rangeLength(from start: Int) -> Int {
    let share = (sizeInBytes - start) / (4 * limits.jobs * limits.blockBytes)
    return min(max(share, 1), Self.mostBlocks) * limits.blockBytes
  }

  func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool {
    if buffer.isComplete { return false }
    let start = buffer.bytesRead
    do throws(ByteStreamError) {
      let hasMore = try largeBuffers.fill(&buffer) {
        (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try file.read(into: &span, at: start)
      }
      let end = buffer.bytesRead
      state.withLock { state in
        guard hasMore else { return state.isOver = true }
        // A line may be so long that one thread reads on to its end while all others wait.
        state.furthest = max(state.furthest, end)
      }
      return true
    } catch {
      batch.failure = error
      return false
    }
  }

  var bytesReached: (onDisk: Int, uncompressed: Int) {
    let furthest = state.withLock { $0.furthest }
    return (furthest, furthest)
  }

  func stop() { state.withLock { $0.isOver = true } }
}

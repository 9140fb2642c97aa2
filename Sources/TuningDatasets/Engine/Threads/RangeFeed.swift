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
    /// The first range: what was read of it already.
    var first: LineBuffer
    var bytesRead: Int
    var isOver = false
  }

  let largeBuffers = LargeBuffers()
  private let file: PlainFile
  private let state: Guarded<State>
  private let rangeLength: Int
  /// Where the first range ends.
  private let firstEnd: Int

  /// - Parameter buffer: what was read of the file and not examined yet.
  init(_ file: consuming PlainFile, _ buffer: consuming LineBuffer, rangeLength: Int) {
    firstEnd = (buffer.bytesRead + rangeLength - 1) / rangeLength * rangeLength
    buffer.endRange(at: firstEnd)
    largeBuffers.take(buffer)
    self.file = file
    self.rangeLength = rangeLength
    state = Guarded(State(first: buffer, bytesRead: buffer.bytesRead))
  }

  func next(_ buffer: inout LineBuffer) -> Batch? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      let batch = Batch(number: state.nextNumber, bytesRead: state.bytesRead, bytesDone: state.bytesRead)
      state.nextNumber += 1
      if batch.number == 0 {
        swap(&buffer, &state.first)
      } else {
        let end = end(of: batch)
        buffer.restart(at: end - rangeLength, until: end, isWithinLine: true)
      }
      return batch
    }
  }

  func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool {
    if buffer.isComplete { return false }
    let start = buffer.bytesRead
    do throws(ByteStreamError) {
      let hasMore = try largeBuffers.fill(&buffer) {
        (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try file.read(into: &span, at: start)
      }
      // What lies behind the range is counted where it belongs.
      let added = start < end(of: batch) ? buffer.bytesRead - start : 0
      batch.bytesRead = state.withLock { state in
        if !hasMore { state.isOver = true }
        state.bytesRead += added
        return state.bytesRead
      }
      batch.bytesDone = batch.bytesRead
      return true
    } catch {
      batch.failure = error
      return false
    }
  }

  private func end(of batch: Batch) -> Int { firstEnd + batch.number * rangeLength }

  func stop() { state.withLock { $0.isOver = true } }
}

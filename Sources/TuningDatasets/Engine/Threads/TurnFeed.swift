import ByteStreams
import JSONLines

/// Lets the threads take turns to read a stream whose bytes come in order; who has read a block examines it.
///
///     thread 1   ├ read ┤── examine ──────├ read ┤── examine ───…
///     thread 2          ├ read ┤── examine ──────├ read ┤─ …
final class TurnFeed: BatchFeed {
  private struct State: ~Copyable {
    var stream: ByteStream
    /// The buffer of the next turn: it holds the line that the last one left unfinished.
    var next: LineBuffer
    var nextNumber = 0
    var isOver = false
  }

  let largeBuffers = LargeBuffers()
  private let state: Guarded<State>
  private let threads: Int

  /// - Parameter buffer: what was read of the stream and not examined yet.
  init(_ stream: consuming ByteStream, _ buffer: consuming LineBuffer, threads: Int) {
    self.threads = threads
    largeBuffers.take(buffer)
    state = Guarded(State(stream: stream, next: buffer))
  }

  func next(_ buffer: inout LineBuffer) -> Batch? {
    while true {
      var segment: GzipSegment?
      let batch = nextBatch(&buffer, unlessThereIs: &segment)
      guard let segment else { return batch }
      // Out of turn: others read or inflate meanwhile.
      segment.inflate()
    }
  }

  /// Begins the next batch, unless there is a segment to be inflated first.
  private func nextBatch(_ buffer: inout LineBuffer, unlessThereIs segment: inout GzipSegment?) -> Batch? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      segment = state.stream.takeSegment(threads: threads)
      if segment != nil { return nil }
      var batch = Batch(number: state.nextNumber)
      state.nextNumber += 1
      swap(&buffer, &state.next)
      do throws(ByteStreamError) {
        if try fill(&buffer, from: &state.stream) {
          buffer.moveUnfinishedLine(to: &state.next)
        } else {
          state.isOver = true
          batch.fault = state.stream.fault
        }
      } catch {
        state.isOver = true
        batch.failure = error
      }
      batch.bytesRead = state.stream.bytesConsumed
      batch.bytesDone = buffer.bytesRead
      return batch
    }
  }

  /// Reads until a line is complete; false at the end of the data.
  private func fill(
    _ buffer: inout LineBuffer, from stream: inout ByteStream
  ) throws(ByteStreamError) -> Bool {
    while !buffer.hasWholeLine() {
      let hasMore = try largeBuffers.fill(&buffer) {
        (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try stream.read(into: &span)
      }
      if !hasMore { return false }
    }
    return true
  }

  func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool { false }

  func stop() { state.withLock { $0.isOver = true } }
}

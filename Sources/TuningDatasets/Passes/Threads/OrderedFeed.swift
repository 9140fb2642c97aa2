import ByteStreams
import Dispatch
import JSONLines

/// Gives the threads the blocks of a stream whose bytes come in order: one of them reads, and the block it has read goes
/// to the shelf, where another takes it. The reader examines a block itself if there is one on the shelf still.
///
///     thread 1   ├ read ┤ read ┤ read ┤── examine ──┤ …
///                       ▼      ▼ the shelf
///     thread 2          ├────── examine ──────├─ examine ─┤ read ┤ …
///
/// Gzip data whose segments can be inflated apart are inflated between the reads, by every thread.
final class OrderedFeed: BatchFeed {
  private struct Reading: ~Copyable {
    var stream: ByteStream
    /// The buffer of the next block: it contains the line that the last one left unfinished.
    var next: LineBuffer
    var nextNumber = 0
  }

  private struct State: ~Copyable {
    var isReading = false
    /// How many threads wait for a change, each for one signal.
    var waiting = 0
    /// What was read of the batch on the shelf.
    var shelf: LineBuffer
    var shelved: Batch?
    var isOver = false
    var bytesReached: (onDisk: Int, uncompressed: Int)
  }

  /// What a thread is to do next.
  private enum Step {
    case read, wait, examine(Batch), end
  }

  let largeBuffers = LargeBuffers()
  private let reading: Guarded<Reading>
  private let state: Guarded<State>
  private let changed = DispatchSemaphore(value: 0)
  private let threads: Int

  /// - Parameter buffer: what was read of the stream and not examined yet.
  init(_ stream: consuming ByteStream, _ buffer: consuming LineBuffer, limits: Limits) {
    threads = limits.jobs
    largeBuffers.take(buffer)
    let reached = (onDisk: stream.bytesConsumed, uncompressed: buffer.bytesRead)
    reading = Guarded(Reading(stream: stream, next: buffer))
    let shelf = LineBuffer(blockLength: limits.blockBytes, maximumLineLength: limits.maximumLineBytes)
    state = Guarded(State(shelf: shelf, bytesReached: reached))
  }

  func next(_ buffer: inout LineBuffer) -> Batch? {
    while true {
      switch takeStep(&buffer) {
      case .examine(let batch): return batch
      case .end: return nil
      case .wait: changed.wait()
      case .read: if let batch = read(&buffer) { return batch }
      }
    }
  }

  private func takeStep(_ buffer: inout LineBuffer) -> Step {
    state.withLock { state in
      // Also when all is over: who waits for a large buffer waits for the end of this batch.
      if let batch = state.shelved {
        state.shelved = nil
        swap(&buffer, &state.shelf)
        return .examine(batch)
      }
      if state.isOver { return .end }
      if state.isReading {
        state.waiting += 1
        return .wait
      }
      state.isReading = true
      return .read
    }
  }

  /// Reads until there is a batch for this thread; nil if it inflated a segment instead.
  private func read(_ buffer: inout LineBuffer) -> Batch? {
    while true {
      var (batch, segment): (Batch?, GzipSegment?)
      var isLast = false
      reading.withLock { reading in
        segment = reading.stream.takeSegment(threads: threads)
        if segment == nil { batch = readBatch(&reading, &buffer, isLast: &isLast) }
      }
      if let batch, !isLast, shelve(batch, &buffer) { continue }
      change { state in
        state.isReading = false
        if isLast { state.isOver = true }
      }
      segment?.inflate()
      return batch
    }
  }

  private func readBatch(_ reading: inout Reading, _ buffer: inout LineBuffer, isLast: inout Bool) -> Batch {
    var batch = Batch(number: reading.nextNumber)
    reading.nextNumber += 1
    swap(&buffer, &reading.next)
    do throws(ByteStreamError) {
      if try fill(&buffer, from: &reading.stream) {
        buffer.moveUnfinishedLine(to: &reading.next)
      } else {
        isLast = true
        batch.fault = reading.stream.fault
      }
    } catch {
      isLast = true
      batch.failure = error
    }
    return batch
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
      // After each block, since a line may be very long.
      let reached = (onDisk: stream.bytesConsumed, uncompressed: buffer.bytesRead)
      state.withLock { $0.bytesReached = reached }
      if !hasMore { return false }
    }
    return true
  }

  /// Puts a batch on the shelf, and gives the shelf's buffer for it; false if there is one already, or all is over.
  private func shelve(_ batch: Batch, _ buffer: inout LineBuffer) -> Bool {
    change { state in
      if state.isOver || state.shelved != nil { return false }
      state.shelved = batch
      swap(&buffer, &state.shelf)
      return true
    }
  }

  /// Changes the state, and wakes a thread that waits for that, or all if there is nothing more to wait for.
  private func change<Result>(_ body: (inout State) -> Result) -> Result {
    state.withLock { state in
      let result = body(&state)
      let woken = state.isOver ? state.waiting : min(state.waiting, 1)
      state.waiting -= woken
      for _ in 0..<woken { changed.signal() }
      return result
    }
  }

  func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool { false }

  var bytesReached: (onDisk: Int, uncompressed: Int) { state.withLock { $0.bytesReached } }

  func stop() { change { $0.isOver = true } }
}

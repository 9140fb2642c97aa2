import ByteStreams
import Dispatch
import JSONLines

/// The work on one file that several threads share: each takes a batch of lines, works on it, and adds its part.
final class SharedWork<Feed: BatchFeed, Pass: LinePass & ~Copyable>: Sendable {
  private let feed: Feed
  private let settings: Pass.Settings
  private let parts: Guarded<InOrder<Pass>>
  /// How many batches more may be begun before those ahead of them are done: what was found waits in memory.
  private let room: DispatchSemaphore
  private let limits: Limits

  /// - Parameter part: what was found before the first batch.
  init(_ feed: Feed, _ settings: Pass.Settings, behind part: Pass.Part, limits: Limits) {
    self.feed = feed
    self.settings = settings
    parts = Guarded(InOrder(settings, behind: part))
    room = DispatchSemaphore(value: 2 * limits.jobs)
    self.limits = limits
  }

  /// Works on all batches, on the threads of a crew.
  ///
  /// - Parameter progress: called on this thread, with the bytes read, as they are on disk, and uncompressed; what it throws ends the
  ///   work.
  func run<Failure: Error>(
    on crew: Crew, progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> Pass.Part {
    var failure: Failure?
    crew.run({ self.work() }) {
      guard failure == nil else { return }
      let reached = feed.bytesReached
      do throws(Failure) {
        try progress(reached.onDisk, reached.uncompressed)
      } catch {
        failure = error
        feed.stop()
      }
    }
    if let failure { throw failure }
    return parts.withLock { $0.part }
  }

  private func work() {
    var buffer = LineBuffer(blockLength: limits.blockBytes, maximumLineLength: limits.maximumLineBytes)
    var worker = Pass(settings, isAtBeginning: false)
    while var batch = takeBatch(&buffer) {
      parts.withLock { worker.begin(behind: $0.part) }
      repeat {
        worker.examine(&buffer, cutBy: batch.fault)
      } while !worker.isDone && feed.readOn(&batch, &buffer)
      let part = worker.end(
        PartEnd(
          bytesRead: buffer.bytesRead, isAtEndOfFile: buffer.isAtEnd, fault: batch.fault,
          failure: batch.failure?.description))
      if part.isOver { feed.stop() }
      // Before anything that may wait for others, who may wait for this.
      feed.largeBuffers.release(&buffer)
      let batches = parts.withLock { $0.add(part, number: batch.number) }
      for _ in 0..<batches { room.signal() }
    }
  }

  private func takeBatch(_ buffer: inout LineBuffer) -> Batch? {
    room.wait()
    let batch = feed.next(&buffer)
    if batch == nil { room.signal() }
    return batch
  }
}

import ByteStreams
import Dispatch
import JSONLines

/// The work on one file that several threads share: each takes a batch of lines, examines it, and adds what it found.
final class FileWork<Feed: BatchFeed>: Sendable {
  private let feed: Feed
  private let sequence: Guarded<LineSequence>
  /// How many batches more may be begun before those ahead of them are done: what was found waits in memory.
  private let room: DispatchSemaphore
  private let limits: Limits
  private let datasetLimits: DatasetLimits

  /// - Parameter lines: what was found before the first batch.
  init(_ feed: Feed, behind lines: ExaminedLines, limits: Limits, datasetLimits: DatasetLimits) {
    self.feed = feed
    sequence = Guarded(LineSequence(lines))
    room = DispatchSemaphore(value: 2 * limits.jobs)
    self.limits = limits
    self.datasetLimits = datasetLimits
  }

  /// Examines all batches, on this thread and others.
  ///
  /// - Parameter progress: called on this thread, with the bytes read, as they are on disk, and uncompressed; what it throws ends the
  ///   work.
  func run<Failure: Error>(
    progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> ExaminedLines {
    let others = DispatchGroup()
    for _ in 1..<limits.jobs {
      // A queue of its own is a thread of its own.
      DispatchQueue(label: "tunekit.lines").async(group: others) { self.work { _, _ in } }
    }
    var failure: Failure?
    // A thread may get a batch that was read before the last one it had.
    var furthest = (bytesRead: 0, bytesDone: 0)
    work { bytesRead, bytesDone in
      guard failure == nil else { return }
      furthest = (max(furthest.bytesRead, bytesRead), max(furthest.bytesDone, bytesDone))
      do throws(Failure) {
        try progress(furthest.bytesRead, furthest.bytesDone)
      } catch {
        failure = error
        feed.stop()
      }
    }
    others.wait()
    if let failure { throw failure }
    return sequence.withLock { $0.lines }
  }

  private func work(_ progress: (_ bytesRead: Int, _ bytesDone: Int) -> Void) {
    var buffer = LineBuffer(blockLength: limits.blockBytes, maximumLineLength: limits.maximumLineBytes)
    var examiner = LineExaminer(
      sequence.withLock { $0.lines }, limits: limits, datasetLimits: datasetLimits, isAtBeginning: false)
    while var batch = takeBatch(&buffer) {
      sequence.withLock { examiner.lines.begin(behind: $0.lines) }
      repeat {
        examiner.examine(&buffer, unlessCutBy: batch.fault)
        progress(batch.bytesRead, batch.bytesDone)
      } while feed.readOn(&batch, &buffer)
      examiner.lines.end(batch, at: buffer)
      if examiner.lines.isOver { feed.stop() }
      // Before anything that may wait for others, who may wait for this.
      feed.largeBuffers.release(&buffer)
      let batches = sequence.withLock { $0.add(examiner.lines, number: batch.number) }
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

extension ExaminedLines {
  /// Notes how a batch ends.
  fileprivate mutating func end(_ batch: Batch, at buffer: borrowing LineBuffer) {
    totals.bytes = buffer.bytesRead
    isAtEnd = buffer.isAtEnd
    (fault, failure) = (batch.fault, batch.failure)
  }
}

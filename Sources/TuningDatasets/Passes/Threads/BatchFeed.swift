import ByteStreams
import Dispatch
import JSONLines

/// Cuts a file into batches of whole lines and gives them to the threads that ask.
protocol BatchFeed: Sendable {
  /// Begins the next batch in a buffer; nil if no batch is left.
  func next(_ buffer: inout LineBuffer) -> Batch?

  /// Reads on in a batch of whose lines all that are complete were examined; false if there is no more of it.
  func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool

  /// Sees to it that no batch begins any more.
  func stop()

  /// How many bytes of the file were read so far, as they are on disk, and uncompressed; never less than before.
  var bytesReached: (onDisk: Int, uncompressed: Int) { get }

  /// What those hold whose buffer has grown large.
  var largeBuffers: LargeBuffers { get }
}

/// Consecutive lines of a file, examined by one thread.
struct Batch {
  /// Its place among the batches, from 0.
  let number: Int
  /// What is wrong with the gzip data, if they end with this batch.
  var fault: GzipFault?
  /// Why nothing more could be read.
  var failure: ByteStreamError?
}

/// Lets one buffer at a time be large, so that memory does not grow with the number of threads if lines are very long.
final class LargeBuffers: Sendable {
  private let permit = DispatchSemaphore(value: 1)

  /// Fills a buffer that is not full; where that makes it large, waits until no other is.
  func fill<Failure: Error>(
    _ buffer: inout LineBuffer, _ read: (inout MutableSpan<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Bool {
    let wasLarge = buffer.isLarge
    defer { if buffer.isLarge, !wasLarge { permit.wait() } }
    return try buffer.fill(read)
  }

  /// Takes a buffer that was large before.
  func take(_ buffer: borrowing LineBuffer) { if buffer.isLarge { permit.wait() } }

  /// Lets another buffer become large, since the lines of this one are examined.
  func release(_ buffer: inout LineBuffer) {
    guard buffer.isLarge else { return }
    buffer.restart(at: 0)
    permit.signal()
  }
}

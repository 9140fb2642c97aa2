import ByteStreams
import JSONLines

/// The reading of a file, or of a range of it, for one worker.
struct LineReading: ~Copyable {
  private(set) var stream: ByteStream
  private(set) var buffer: LineBuffer
  /// How the part ends that was read so far.
  private(set) var end = PartEnd()
  private let range: Range<Int>
  private var failure: ByteStreamError?

  /// How much is read at first, so that other threads do not wait long.
  private static let firstReadBytes = 1 << 16

  /// - Parameter range: what is read, in bytes of the uncompressed data.
  init(_ stream: consuming ByteStream, range: Range<Int> = 0..<Int.max, limits: Limits) {
    self.stream = stream
    self.range = range
    buffer = LineBuffer(blockLength: limits.blockBytes, maximumLineLength: limits.maximumLineBytes)
    buffer.restart(at: range.lowerBound, until: range.upperBound, isWithinLine: range.lowerBound > 0)
  }

  /// Lets a worker have the lines, until there are no more of them, or it has enough.
  ///
  /// - Parameter goOn: called after each block with what was read, and whether the worker needs no more to know what the
  ///   part is; where it says no, the reading ends there.
  mutating func run<Worker: LineWorker & ~Copyable, Failure: Error>(
    _ worker: inout Worker,
    goOn: (borrowing ByteStream, borrowing LineBuffer, _ isSettled: Bool) throws(Failure) -> Bool
  ) throws(Failure) {
    begin(&worker)
    while true {
      worker.examine(&buffer, cutBy: stream.fault)
      let isLast = worker.isDone || buffer.isAtEnd || failure != nil || buffer.isComplete
      let goesOn = try goOn(stream, buffer, !worker.needsMore && !isLast)
      if isLast || !goesOn { break }
      fill()
    }
    let isAtEnd = buffer.isFinished
    end = PartEnd(
      bytesRead: buffer.bytesRead, isAtEndOfFile: isAtEnd, fault: isAtEnd ? stream.fault : nil,
      failure: failure?.description)
    if worker.needsMore, !isAtEnd, failure == nil { lookBehind(&worker) }
  }

  private mutating func begin<Worker: LineWorker & ~Copyable>(_ worker: inout Worker) {
    guard range.lowerBound == 0 else {
      do throws(ByteStreamError) {
        try stream.skip(range.lowerBound)
      } catch {
        failure = error
      }
      return fill()
    }
    repeat {
      fill()
    } while buffer.bytesRead < ForeignContent.bytesExamined && !buffer.isAtEnd && failure == nil
    worker.open(buffer.peek(ForeignContent.bytesExamined))
  }

  /// Reads the lines after the range, as far as the worker has to see them.
  private mutating func lookBehind<Worker: LineWorker & ~Copyable>(_ worker: inout Worker) {
    buffer.endRange(at: .max)
    while true {
      worker.look(at: &buffer, cutBy: stream.fault)
      if !worker.needsMore || buffer.isAtEnd || failure != nil { return }
      fill()
    }
  }

  /// Reads one more block.
  private mutating func fill() {
    if failure != nil { return }
    do throws(ByteStreamError) {
      let length = max(Self.firstReadBytes, buffer.bytesRead)
      _ = try buffer.fill(atMost: length) { (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try stream.read(into: &span)
      }
    } catch {
      failure = error
    }
  }
}

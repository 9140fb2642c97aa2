import ByteStreams
import JSONLines

/// Lets a pass work on one file, line by line, in memory bounded by its longest line.
///
/// One thread works on the file's beginning, which may tell that it is not a dataset. Once that is settled, all lines are
/// independent of each other, and if there are many, several threads share them. Where the system gives no threads, the
/// first continues alone.
///
///     ByteStream ─▶ LineBuffer ─▶ worker ─────▶ part
///         │ the rest, if worth sharing            │ append
///         └▶ BatchFeed ─┬▶ LineBuffer ─▶ worker ─┬▶ InOrder ─▶ part
///                       └▶ LineBuffer ─▶ worker ─┘
struct PassRunner<Pass: LinePass & ~Copyable> {
  let settings: Pass.Settings
  let limits: Limits

  /// Reads the stream to its end.
  ///
  /// - Parameter progress: called on this thread again and again, with the bytes read, as they are on disk, and
  ///   uncompressed; what it throws ends the work.
  func run<Failure: Error>(
    _ stream: consuming ByteStream, progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> Pass.Part {
    var reading = LineReading(stream, limits: limits)
    var worker = Pass(settings, isAtBeginning: true)
    var crew: Crew?
    var mayShare = limits.jobs > 1
    try reading.run(&worker) { (stream, buffer, isSettled) throws(Failure) in
      try progress(stream.bytesConsumed, buffer.bytesRead)
      guard isSettled, mayShare, isWorthSharing(stream, buffer) else { return true }
      let threads = Crew(atMost: limits.jobs)
      if threads.count > 1 { crew = threads }
      // A single other thread is not faster than this one.
      mayShare = false
      return crew == nil
    }
    let part = worker.end(reading.end)
    guard let crew else { return part }
    return try share(reading.stream, reading.buffer, among: crew, behind: part, progress)
  }

  /// Whether there is so much more to read that other threads are of use.
  private func isWorthSharing(_ stream: borrowing ByteStream, _ buffer: borrowing LineBuffer) -> Bool {
    // The length of a stream is not known. After a block, there can be more.
    guard stream.isPlainFile, let sizeInBytes = stream.sizeInBytes else {
      return buffer.bytesRead >= limits.blockBytes
    }
    return sizeInBytes - buffer.bytesRead > limits.blockBytes
  }

  private func share<Failure: Error>(
    _ stream: consuming ByteStream, _ buffer: consuming LineBuffer, among crew: Crew, behind part: Pass.Part,
    _ progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> Pass.Part {
    var limits = limits
    limits.jobs = crew.count
    if stream.isPlainFile, let sizeInBytes = stream.sizeInBytes {
      let feed = RangeFeed(stream.file(), sizeInBytes: sizeInBytes, buffer, limits: limits)
      return try SharedWork<_, Pass>(feed, settings, behind: part, limits: limits).run(
        on: crew, progress: progress)
    }
    let feed = OrderedFeed(stream, buffer, limits: limits)
    return try SharedWork<_, Pass>(feed, settings, behind: part, limits: limits).run(
      on: crew, progress: progress)
  }
}

extension PassRunner where Pass: ~Copyable {
  /// Reads the lines of a range of the data, on this thread: those that begin after the range's first byte, or are the
  /// file's first, up to the one that continues after the range. Parts of adjoining ranges can be appended to each other.
  ///
  ///     one range               │ the next one
  ///     {"contents":…}\n{"conten│ts":…}\n{"contents":…
  ///     └ its first    └ its last        └ its first
  ///
  /// - Parameter range: offsets in the uncompressed data; the last range of a file ends at `Int.max`.
  func run(_ stream: consuming ByteStream, range: Range<Int>) -> Pass.Part {
    var reading = LineReading(stream, range: range, limits: limits)
    var worker = Pass(settings, isAtBeginning: range.lowerBound == 0)
    reading.run(&worker) { _, _, _ in true }
    return worker.end(reading.end)
  }
}

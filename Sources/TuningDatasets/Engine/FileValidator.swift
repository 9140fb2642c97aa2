import ByteStreams
import Diagnostics
import JSONLines

/// Checks one file, line by line, in memory bounded by its longest line.
///
/// One thread examines the file's beginning, which may tell that it is no dataset. Once the first line is known to be
/// nothing more than a line, all others are independent of each other, and if there are many, several threads share
/// them.
///
///     ByteStream ─▶ LineBuffer ─▶ LineExaminer ─────▶ ExaminedLines
///         │ the rest, if worth sharing                  │ +
///         └▶ BatchFeed ─┬▶ LineBuffer ─▶ LineExaminer ─┬▶ LineSequence ─▶ ExaminedLines
///                       └▶ LineBuffer ─▶ LineExaminer ─┘
struct FileValidator {
  let limits: Limits
  let datasetLimits: DatasetLimits
  let selection: RuleSelection

  /// How much is read at first, so that other threads need not wait long.
  private static let firstReadBytes = 1 << 16

  /// Reads the stream to its end.
  ///
  /// - Parameter progress: called after each block that this thread examines, with the bytes read, as they are on disk, and
  ///   uncompressed; what it throws ends the work.
  func validate<Failure: Error>(
    _ stream: consuming ByteStream, progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> ExaminedLines {
    var buffer = LineBuffer(blockLength: limits.blockBytes, maximumLineLength: limits.maximumLineBytes)
    var examiner = LineExaminer(
      ExaminedLines(selection: selection, maximumFindings: limits.maximumFindings), limits: limits,
      datasetLimits: datasetLimits, isAtBeginning: true)
    if stream.isCompressed { examiner.lines.ledger.add(GzipNotForUpload.self) }
    var lines: ExaminedLines
    if try examineAlone(&stream, &buffer, &examiner, progress) {
      lines = examiner.lines
    } else {
      lines = try share(stream, buffer, behind: examiner.lines, progress)
    }
    lines.conclude()
    return lines
  }

  /// Examines lines until the rest is worth sharing; true if there is no rest.
  private func examineAlone<Failure: Error>(
    _ stream: inout ByteStream, _ buffer: inout LineBuffer, _ examiner: inout LineExaminer,
    _ progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    repeat {
      fill(&buffer, from: &stream, &examiner.lines)
    } while buffer.bytesRead < ForeignContent.bytesExamined && !buffer.isAtEnd
      && examiner.lines.failure == nil
    examiner.judge(buffer.peek(ForeignContent.bytesExamined))
    while !examiner.lines.isOver {
      examiner.examine(&buffer, unlessCutBy: stream.fault)
      examiner.lines.totals.bytes = buffer.bytesRead
      try progress(stream.bytesConsumed, buffer.bytesRead)
      if examiner.lines.isNoDataset { break }
      if examiner.hasSettledFirstLine, isWorthSharing(stream, buffer) { return false }
      examiner.lines.isAtEnd = buffer.isAtEnd
      if !buffer.isAtEnd { fill(&buffer, from: &stream, &examiner.lines) }
    }
    examiner.lines.totals.bytes = buffer.bytesRead
    examiner.lines.fault = stream.fault
    examiner.endFile()
    return true
  }

  /// Reads one more block.
  private func fill(_ buffer: inout LineBuffer, from stream: inout ByteStream, _ lines: inout ExaminedLines) {
    do throws(ByteStreamError) {
      let length = max(Self.firstReadBytes, buffer.bytesRead)
      _ = try buffer.fill(atMost: length) { (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try stream.read(into: &span)
      }
    } catch {
      lines.failure = error
    }
  }

  /// Whether there is so much more to read that other threads are of use.
  private func isWorthSharing(_ stream: borrowing ByteStream, _ buffer: borrowing LineBuffer) -> Bool {
    guard limits.jobs > 1, !buffer.isAtEnd else { return false }
    // Of a stream nobody knows how much is to come; where there was a block, there may be more.
    guard stream.isPlainFile, let sizeInBytes = stream.sizeInBytes else {
      return buffer.bytesRead >= limits.blockBytes
    }
    return sizeInBytes - buffer.bytesRead > limits.blockBytes
  }

  private func share<Failure: Error>(
    _ stream: consuming ByteStream, _ buffer: consuming LineBuffer, behind lines: ExaminedLines,
    _ progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> ExaminedLines {
    if stream.isPlainFile, let sizeInBytes = stream.sizeInBytes {
      let feed = RangeFeed(stream.file(), sizeInBytes: sizeInBytes, buffer, limits: limits)
      return try FileWork(feed, behind: lines, limits: limits, datasetLimits: datasetLimits)
        .run(progress: progress)
    }
    let feed = TurnFeed(stream, buffer, limits: limits)
    return try FileWork(feed, behind: lines, limits: limits, datasetLimits: datasetLimits)
      .run(progress: progress)
  }
}

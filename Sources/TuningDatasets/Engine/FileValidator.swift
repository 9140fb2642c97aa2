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

  /// How many blocks of a plain file are a range that one thread reads: only at its end is anything read twice.
  private static let blocksInRange = 4

  private var rangeLength: Int { Self.blocksInRange * limits.blockBytes }

  /// Reads the stream to its end.
  ///
  /// - Parameter progress: called after each block, with the bytes read, as they are on disk, and the uncompressed bytes
  ///   examined; what it throws ends the work.
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
    while buffer.bytesRead < ForeignContent.bytesExamined, !buffer.isAtEnd, examiner.lines.failure == nil {
      fill(&buffer, from: &stream, &examiner.lines)
    }
    examiner.judge(buffer.peek(ForeignContent.bytesExamined))
    while !examiner.lines.isOver {
      examiner.examine(&buffer, unlessCutBy: stream.fault)
      examiner.lines.totals.bytes = buffer.bytesRead
      try progress(stream.bytesConsumed, buffer.bytesRead)
      if buffer.isAtEnd {
        examiner.lines.isAtEnd = true
      } else if !examiner.lines.isNoDataset {
        fill(&buffer, from: &stream, &examiner.lines)
        if examiner.hasSettledFirstLine, isWorthSharing(stream, buffer), examiner.lines.failure == nil {
          return false
        }
      }
    }
    examiner.lines.totals.bytes = buffer.bytesRead
    examiner.lines.fault = stream.fault
    examiner.endFile()
    return true
  }

  /// Reads one more block.
  private func fill(_ buffer: inout LineBuffer, from stream: inout ByteStream, _ lines: inout ExaminedLines) {
    do throws(ByteStreamError) {
      _ = try buffer.fill { (span: inout MutableSpan<UInt8>) throws(ByteStreamError) in
        try stream.read(into: &span)
      }
    } catch {
      lines.failure = error
    }
  }

  /// Whether there is so much to read that other threads are of use.
  private func isWorthSharing(_ stream: borrowing ByteStream, _ buffer: borrowing LineBuffer) -> Bool {
    guard limits.jobs > 1, !buffer.isAtEnd else { return false }
    return !stream.isPlainFile || stream.sizeInBytes ?? 0 > rangeLength
  }

  private func share<Failure: Error>(
    _ stream: consuming ByteStream, _ buffer: consuming LineBuffer, behind lines: ExaminedLines,
    _ progress: (_ bytesRead: Int, _ bytesDone: Int) throws(Failure) -> Void
  ) throws(Failure) -> ExaminedLines {
    if stream.isPlainFile {
      let feed = RangeFeed(stream.file(), buffer, rangeLength: rangeLength)
      return try FileWork(feed, behind: lines, limits: limits, datasetLimits: datasetLimits)
        .run(progress: progress)
    }
    let feed = TurnFeed(stream, buffer)
    return try FileWork(feed, behind: lines, limits: limits, datasetLimits: datasetLimits)
      .run(progress: progress)
  }
}

import CCurl
import SystemPackage

/// The program `gcloud`, which is asked for a token.
enum Gcloud {
  /// For how long it may work, in seconds: it may have to fetch a token itself.
  private static let mostSeconds = 60.0
  private static let mostBytes = 1 << 15

  /// What it prints for `gcloud auth print-access-token`. It ends before this returns, whatever happens.
  ///
  /// - Throws: ``TokenFault`` with its own words, if it gives none.
  static func output() throws(TokenFault) -> [UInt8] {
    let (process, pipes) = try start()
    defer { for pipe in pipes { try? pipe.close() } }
    let end = SystemCalls.elapsedSeconds + mostSeconds
    let isOver = { SystemCalls.signalToEnd != nil || SystemCalls.elapsedSeconds >= end }
    let texts = SystemCalls.readAll(pipes, atMost: mostBytes, until: isOver)
    let status = SystemCalls.end(of: process, until: isOver)
    if SystemCalls.signalToEnd != nil { throw .interrupted }
    guard let texts, let status else {
      throw .refused(
        "gcloud did not end within \(Int(mostSeconds)) seconds",
        remedy: "run 'gcloud auth print-access-token' to see why, or give --access-token-file")
    }
    guard status == 0 else {
      let words = Redactor.shown(String(decoding: texts[1], as: UTF8.self))
      throw .refused(words.isEmpty ? "gcloud failed without a word" : "gcloud says: \(words)")
    }
    return texts[0]
  }

  /// Starts it; its process, and the pipes that have what it prints and what it says beside that.
  private static func start() throws(TokenFault) -> (process: Int32, pipes: [FileDescriptor]) {
    do {
      let (output, outputEnd) = try FileDescriptor.pipe()
      let (errors, errorsEnd) = try FileDescriptor.pipe()
      let process = CCurl_startGcloud(outputEnd.rawValue, errorsEnd.rawValue)
      try? outputEnd.close()
      try? errorsEnd.close()
      if process > 0 { return (process, [output, errors]) }
      try? output.close()
      try? errors.close()
      throw Errno(rawValue: -process)
    } catch Errno.noSuchFileOrDirectory {
      throw .refused(
        "gcloud is not on PATH", remedy: "install the Google Cloud CLI, or leave out --credentials gcloud")
    } catch {
      throw .refused("gcloud cannot be started (\((error as? Errno) ?? .ioError))")
    }
  }
}

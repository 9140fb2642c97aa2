import ByteStreams
import Diagnostics

/// Keeps findings in memory while they are few, and all that follow in a temporary file.
///
///     threads ── 64 KB of findings ──▶ FindingSpill ──▶ memory, 4 MB
///                                                 └──▶ temporary file ──▶ report
final class FindingSpill: FindingStorage {
  private struct State {
    var bytesInMemory = 0
    /// The file, once there is one.
    var file: TemporaryFile?
    var failure: String?
  }

  private let state = Guarded(State())

  /// The bytes that are kept in memory.
  private static let mostInMemory = 4 << 20

  var failure: String? { state.withLock { $0.failure } }

  func keep(_ bytes: [UInt8]) -> FindingChunk.Content? {
    do throws(TemporaryFile.Failure) {
      guard let file = try file(for: bytes.count) else { return .memory(bytes) }
      return .stored(try file.append(bytes), self)
    } catch {
      note(
        error, as: "the findings do not fit in",
        "free some space, set TMPDIR to another folder, or show fewer findings with --max-findings")
      return nil
    }
  }

  func bytes(in place: Range<Int>) -> [UInt8] {
    do throws(TemporaryFile.Failure) {
      return try state.withLock { $0.file }?.bytes(in: place) ?? []
    } catch {
      note(
        error, as: "some findings are missing, because they cannot be read again from",
        "set TMPDIR to another folder")
      return []
    }
  }

  /// The file for so many bytes; nil if they stay in memory.
  private func file(for count: Int) throws(TemporaryFile.Failure) -> TemporaryFile? {
    try state.withLock { (state) throws(TemporaryFile.Failure) in
      if let file = state.file { return file }
      if state.bytesInMemory + count <= Self.mostInMemory {
        state.bytesInMemory += count
        return nil
      }
      let file = try TemporaryFile()
      state.file = file
      return file
    }
  }

  /// Keeps the first failure.
  private func note(_ failure: TemporaryFile.Failure, as problem: String, _ remedy: String) {
    let folder = TemporaryFile.folder
    state.withLock { state in
      state.failure =
        state.failure
        ?? "\(problem) the folder for temporary files, \(folder) (\(failure.reason)): \(remedy)"
    }
  }
}

import ByteStreams

/// The bytes of a dataset, as requests send them.
///
/// They come from the file that was opened when it was verified, whatever its name leads to by now. The last of them are given
/// only if all of them are those that were validated.
final class DatasetBytes: BodySource {
  private struct State: ~Copyable {
    var reading: DatasetReading
    var fault: UploadFault?
  }

  private let state: Guarded<State>

  /// Opens the file of a dataset, and notes which file it is.
  init(_ dataset: inout DatasetUpload) throws(UploadFault) {
    state = Guarded(State(reading: try DatasetReading(&dataset)))
  }

  func read(into buffer: inout MutableSpan<UInt8>, at offset: Int64) throws(BodyFailure) -> Int {
    try state.withLock { state throws(BodyFailure) in
      do throws(UploadFault) {
        return try state.reading.read(into: &buffer, at: offset)
      } catch {
        state.fault = error
        throw BodyFailure()
      }
    }
  }

  /// Why bytes were not given; nil if all were.
  var fault: UploadFault? { state.withLock { $0.fault } }

  /// The CRC32C of the bytes before a place.
  ///
  /// - Parameter check: called now and then; what it throws ends the work.
  /// - Complexity: nothing is read where the last request has ended.
  func checksum(upTo offset: Int64, _ check: () throws(UploadFault) -> Void) throws(UploadFault) -> UInt32 {
    try state.withLock { state throws(UploadFault) in try state.reading.checksum(upTo: offset, check) }
  }

  /// Reads all bytes, and compares them with those that were validated.
  ///
  /// - Parameter check: called now and then with the bytes read; what it throws ends the work.
  func verify(_ check: (Int64) throws(UploadFault) -> Void) throws(UploadFault) {
    try state.withLock { state throws(UploadFault) in try state.reading.verify(check) }
  }
}

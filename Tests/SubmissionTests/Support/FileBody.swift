import SystemPackage

@testable import Submission

/// The bytes of a file, as requests send them.
final class FileBody: BodySource {
  private let file: FileDescriptor

  init(_ path: String) throws { file = try FileDescriptor.open(FilePath(path), .readOnly) }

  deinit { try? file.close() }

  func read(into buffer: inout MutableSpan<UInt8>, at offset: Int64) throws(BodyFailure) -> Int {
    guard let count = try? SystemCalls.read(file, into: &buffer, from: 0, at: offset), count > 0 else {
      throw BodyFailure()
    }
    return count
  }
}

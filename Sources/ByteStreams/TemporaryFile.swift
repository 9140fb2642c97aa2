import SystemPackage

/// A file without a name, in the folder for temporary files, that is gone with the process. Any thread may use it.
package final class TemporaryFile: Sendable {
  /// Why a file cannot be made, written or read.
  package struct Failure: Error {
    /// The system's words.
    package let reason: String

    init(_ error: Errno) { reason = error.description }
  }

  private let descriptor: FileDescriptor
  private let length = Guarded(0)

  /// The folder for temporary files: that of `TMPDIR`, or `/tmp`.
  package static var folder: String {
    guard let folder = UnsafeBoundary.environment("TMPDIR"), !folder.isEmpty else { return "/tmp" }
    return folder
  }

  /// Makes an empty file.
  ///
  /// - Throws: why the folder takes none.
  package init() throws(Failure) {
    let name = ".tunekit-\(UInt64.random(in: 0 ... .max))"
    let path = Self.folder + "/" + name
    do {
      descriptor = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
    } catch {
      throw Failure((error as? Errno) ?? .ioError)
    }
    // The bytes stay until the file is closed.
    UnsafeBoundary.removeName(path)
  }

  deinit { try? descriptor.close() }

  /// Writes bytes after those that were written before.
  ///
  /// - Returns: where they are.
  /// - Throws: why there is no room for them.
  package func append(_ bytes: [UInt8]) throws(Failure) -> Range<Int> {
    let start = length.withLock { length in
      defer { length += bytes.count }
      return length
    }
    var written = 0
    do throws(Errno) {
      while written < bytes.count {
        written += try UnsafeBoundary.write(descriptor, bytes[written...], at: start + written)
      }
    } catch {
      throw Failure(error)
    }
    return start..<start + bytes.count
  }

  /// Reads bytes that were written.
  ///
  /// - Throws: why the disk does not give them.
  package func bytes(in range: Range<Int>) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var span = bytes.mutableSpan
    var filled = 0
    do throws(Errno) {
      while filled < range.count {
        let count = try UnsafeBoundary.read(
          descriptor, into: &span, from: filled, at: range.lowerBound + filled)
        if count == 0 { throw .ioError }
        filled += count
      }
    } catch {
      throw Failure(error)
    }
    return bytes
  }
}

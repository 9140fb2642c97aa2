import CByteKernels
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The place of this target that turns spans into the pointers that system calls want; the inflaters have their own.
///
/// Every pointer made here comes from a span inside its `withUnsafe…` closure and is gone when the closure returns.
enum UnsafeBoundary {
  /// Reads once from `descriptor` into `buffer`, beginning at `start`.
  ///
  /// - Returns: the bytes read, fewer than asked for on a pipe; 0 only at the end.
  /// - Complexity: one system call, repeated only after a signal or after waiting for a non-blocking descriptor.
  static func read(
    _ descriptor: FileDescriptor, into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(Errno) -> Int {
    var rest = buffer._mutatingExtracting(start...)
    while true {
      do {
        // Sound: read(2) writes at most as many bytes as the span holds, and is over when the closure returns.
        return try unsafe rest.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      } catch Errno.resourceTemporarilyUnavailable {
        // Whoever started this program may have left the pipe non-blocking; its data are still to come.
        try waitUntilReadable(descriptor)
      } catch {
        throw (error as? Errno) ?? .ioError
      }
    }
  }

  /// Reads once from a file's `offset` on into `buffer`, beginning at `start`.
  ///
  /// - Returns: the bytes read, 0 only behind the end.
  /// - Complexity: one system call, repeated only after a signal.
  static func read(
    _ descriptor: FileDescriptor, into buffer: inout MutableSpan<UInt8>, from start: Int, at offset: Int
  ) throws(Errno) -> Int {
    var rest = buffer._mutatingExtracting(start...)
    do {
      // Sound: pread(2) writes at most as many bytes as the span holds, and is over when the closure returns.
      return try unsafe rest.withUnsafeMutableBytes {
        try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset), into: $0)
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  /// Waits until `descriptor` has bytes to give or has ended.
  private static func waitUntilReadable(_ descriptor: FileDescriptor) throws(Errno) {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    // Sound: one `pollfd`, alive during the call, and its count is 1.
    while unsafe poll(&request, 1, -1) < 0 {
      let failure = Errno(rawValue: errno)
      if failure != .interrupted { throw failure }
    }
  }

  /// The CRC32C of the bytes that `crc` is the CRC32C of, 0 for none, and these.
  static func crc32c(_ crc: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
    // Sound: the kernel reads as many bytes as the span holds, and none of no bytes.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return crc }
      return unsafe tk_crc32c(crc, start, bytes.count)
    }
  }

  /// When a file was last written: seconds and nanoseconds. The system's type for it can be looked into only here.
  static func modificationTime(_ status: Stat) -> [Int] {
    [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
  }

  /// The absolute path of what a path leads to, without symbolic links; nil where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    // Sound: the string outlives the call, which returns nothing or a string of its own, given back once it is copied.
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Copies `bytes` to where they fit in `buffer`, beginning at `start`.
  static func copy(_ bytes: Span<UInt8>, into buffer: inout MutableSpan<UInt8>, from start: Int) {
    var target = buffer._mutatingExtracting(start..<start + bytes.count)
    // Sound: the target has just been cut, with a bounds check, to the length of `bytes`.
    unsafe bytes.withUnsafeBytes { source in
      unsafe target.withUnsafeMutableBytes { unsafe $0.copyMemory(from: source) }
    }
  }

  /// Moves the bytes in `range` to the front of `buffer`.
  static func moveToFront(_ range: Range<Int>, of buffer: inout MutableSpan<UInt8>) {
    var bytes = buffer._mutatingExtracting(..<range.upperBound)
    // Sound: the range lies within the bytes, as `rebasing` checks; source and target may overlap.
    unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }
}

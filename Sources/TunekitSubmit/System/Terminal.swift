// The fence of this target: what Swift cannot ask of the system safely is in this file.

import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the program asks of the terminal and of the process.
enum Terminal {
  /// Whether a descriptor is a terminal.
  static func isAt(_ descriptor: FileDescriptor) -> Bool { isatty(descriptor.rawValue) == 1 }

  /// The columns of the terminal at a descriptor; nil if it is not a terminal or has no size.
  static func columns(of descriptor: FileDescriptor) -> Int? {
    guard isAt(descriptor) else { return nil }
    var size = winsize()
    // Sound: the request writes a `winsize`, which `size` is, and keeps no pointer to it.
    guard unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Waits until a descriptor has something to read, or has ended, at most so many milliseconds.
  static func isReadable(_ descriptor: FileDescriptor, within milliseconds: Int) -> Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    // Sound: one `pollfd`, alive during the call, and its count is 1.
    return unsafe poll(&request, 1, Int32(milliseconds)) > 0
  }

  /// Writes some bytes, which must not be none; how many were written. Nobody may be left who reads them.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: FileDescriptor) throws(Errno) -> Int {
    while true {
      do {
        // Sound: write(2) reads no more than the bytes it is given, and is over when the closure returns.
        return try unsafe bytes.withUnsafeBytes { try unsafe descriptor.write($0) }
      } catch Errno.resourceTemporarilyUnavailable {
        _ = poll(nil, 0, 20)
      } catch {
        throw (error as? Errno) ?? .ioError
      }
    }
  }

  /// Takes the places of standard streams that are closed, so that no other file gets them and is written to.
  static func keepStandardStreams() {
    while let file = try? FileDescriptor.open(FilePath("/dev/null"), .readOnly) {
      if file.rawValue <= 2 { continue }
      try? file.close()
      return
    }
  }

  /// Reads at most so many bytes; none at the end.
  static func read(_ descriptor: FileDescriptor, atMost count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    // Sound: read(2) writes no more than the buffer has, and is over when the closure returns.
    let read = (try? unsafe bytes.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }) ?? 0
    return Array(bytes[..<read])
  }

  /// Ends the program.
  static func end(_ status: Int32) -> Never { exit(status) }
}

// The fence of this target: what Swift cannot ask of the system safely is in this file.

import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the command line asks of the system.
enum SystemCalls {
  /// Makes a write to a closed pipe fail, so that the program can end as its findings demand.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Ends the program.
  static func exit(_ status: Int32) -> Never {
    // The module's own name is needed: a member of this type has the same.
    #if canImport(Darwin)
      Darwin.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Glibc.exit(status)
    #endif
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: FileDescriptor) -> Bool { isatty(descriptor.rawValue) == 1 }

  /// The columns of the terminal at a descriptor; nil where it is none, or does not say.
  static func columns(of descriptor: FileDescriptor) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    // Sound: the request writes a `winsize`, which `size` is, and keeps no pointer to it.
    guard unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes some of `bytes`, which must not be none, and waits where a non-blocking descriptor takes none yet.
  ///
  /// - Returns: how many bytes have been written, from the first on.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: FileDescriptor) throws(Errno) -> Int {
    while true {
      do {
        // Sound: write(2) reads no more than the bytes it is given, and is over when the closure returns.
        return try unsafe bytes.withUnsafeBytes { try unsafe descriptor.write($0) }
      } catch Errno.resourceTemporarilyUnavailable {
        // Whoever started this program may have left the pipe non-blocking; its reader is only slow.
        try waitUntilWritable(descriptor)
      } catch {
        throw (error as? Errno) ?? .ioError
      }
    }
  }

  /// Waits until `descriptor` has room or its reader has gone.
  private static func waitUntilWritable(_ descriptor: FileDescriptor) throws(Errno) {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
    // Sound: one `pollfd`, alive during the call, and its count is 1.
    while unsafe poll(&request, 1, -1) < 0 {
      let failure = Errno(rawValue: errno)
      if failure != .interrupted { throw failure }
    }
  }

  /// Whether a descriptor is a pipe or a connection that nobody reads from any more.
  static func isWithoutReader(_ descriptor: FileDescriptor) -> Bool {
    var request = pollfd(fd: descriptor.rawValue, events: 0, revents: 0)
    // Sound: one `pollfd`, alive during the call, and its count is 1.
    return unsafe poll(&request, 1, 0) > 0 && request.revents & Int16(POLLERR | POLLHUP) != 0
  }

  /// How many cores the machine has in use.
  static var coresOnline: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// Waits until what was written to a file is on its disk.
  static func synchronize(_ file: FileDescriptor) throws(Errno) {
    guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }

  /// The number of this process.
  static var processNumber: Int { Int(getpid()) }

  /// Gives a file another path, where it replaces what is there already.
  static func move(_ path: String, to target: String) throws(Errno) {
    // Sound: the strings outlive the call.
    guard unsafe rename(path, target) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Removes a file, if it can be removed: nothing depends on it.
  static func remove(_ path: String) {
    // Sound: the string outlives the call.
    _ = unsafe unlink(path)
  }

  /// The value of an environment variable; nil where it is not set.
  static func environment(_ name: String) -> String? {
    // Sound: nothing in this program changes the environment, so the C string stays while it is copied.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The days since 1970-01-01, in UTC.
  static var today: Int {
    time(nil) / 86_400
  }
}

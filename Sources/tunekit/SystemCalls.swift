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

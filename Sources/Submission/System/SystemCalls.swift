// A fence of this target: what Swift cannot ask of the system safely is in this file. Another one has libcurl.

package import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a submission asks of the system.
package enum SystemCalls {
  // MARK: Files

  /// Reads once from a file's `offset` on into `buffer`, beginning at `start`.
  ///
  /// - Returns: the bytes read, 0 only after the end.
  /// - Complexity: one system call, repeated only after a signal.
  package static func read(
    _ file: FileDescriptor, into buffer: inout MutableSpan<UInt8>, from start: Int, at offset: Int64
  ) throws(Errno) -> Int {
    var rest = buffer._mutatingExtracting(start...)
    do {
      // Sound: pread(2) writes at most as many bytes as the span contains, and is over when the closure returns.
      return try unsafe rest.withUnsafeMutableBytes {
        try unsafe file.read(fromAbsoluteOffset: offset, into: $0)
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  /// Writes all bytes to a file, from its position on.
  package static func write(_ bytes: [UInt8], to file: FileDescriptor) throws(Errno) {
    var rest = bytes[...]
    do {
      while !rest.isEmpty {
        // Sound: write(2) reads no more than the bytes it is given, and is over when the closure returns.
        let count = try unsafe rest.withUnsafeBytes { try unsafe file.write($0) }
        rest = rest.dropFirst(count)
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  /// Waits until what was written to a file, or the names in a folder, are on the disk.
  package static func synchronize(_ file: FileDescriptor) throws(Errno) {
    guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Locks a file for this process, as long as it is open.
  ///
  /// - Returns: whether it is locked; false if another process has locked it.
  package static func lock(_ file: FileDescriptor) throws(Errno) -> Bool {
    while flock(file.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let failure = Errno(rawValue: errno)
      if failure == .wouldBlock || failure == .resourceTemporarilyUnavailable { return false }
      if failure != .interrupted { throw failure }
    }
    return true
  }

  /// Gives a file another path, where it replaces what is there already.
  package static func move(_ path: String, to target: String) throws(Errno) {
    // Sound: the strings outlive the call.
    guard unsafe rename(path, target) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Removes a file.
  package static func remove(_ path: String) throws(Errno) {
    // Sound: the string outlives the call.
    guard unsafe unlink(path) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Makes a folder that only the user may enter.
  package static func makeFolder(_ path: String) throws(Errno) {
    // Sound: the string outlives the call.
    guard unsafe mkdir(path, 0o700) == 0 else { throw Errno(rawValue: errno) }
  }

  /// The names in a folder, in no order, without `.` and `..`.
  package static func names(in folder: String) throws(Errno) -> [String] {
    // Sound: the folder is closed once, after the last entry was copied.
    guard let handle = unsafe opendir(folder) else { throw Errno(rawValue: errno) }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while true {
      errno = 0
      // Sound: an entry is valid until the next one is read, and its name ends in a zero byte.
      guard let entry = unsafe readdir(handle) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw Errno(rawValue: errno) }
    return names
  }

  /// When a file was last written, in nanoseconds since 1970.
  package static func modificationTime(_ status: Stat) -> Int {
    Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
  }

  // MARK: Process and time

  /// The number of this process.
  package static var processNumber: Int { Int(getpid()) }

  /// The number of the user for whom this process acts.
  package static var userNumber: UInt32 { geteuid() }

  /// The value of an environment variable; nil if it is not set.
  package static func environment(_ name: String) -> String? {
    // Sound: nothing in this program changes the environment, so the C string stays while it is copied.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The milliseconds since 1970 by the machine's clock, which can be set.
  package static var wallClock: Int {
    var time = timespec()
    // Sound: the call writes a `timespec`, which `time` is.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  /// The seconds since the machine was started, those included in which it slept.
  static var elapsedSeconds: Double {
    #if canImport(Darwin)
      // The clock of this name goes on there while the machine sleeps; elsewhere it does not.
      let clock = CLOCK_MONOTONIC
    #else
      let clock = CLOCK_BOOTTIME
    #endif
    var time = timespec()
    // Sound: the call writes a `timespec`, which `time` is.
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Waits, but not after a signal has come.
  static func sleep(milliseconds: Int) { _ = poll(nil, 0, Int32(milliseconds)) }

  // MARK: Signals

  /// Notes the signals that end a program, in place of ending it, and the one that continues it.
  static func noteSignals() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Who started the program may want it to go on, as nohup does: then the signal is ignored already.
      let before = signal(number) { number in unsafe SystemCalls.endingSignal = number }
      if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        _ = signal(number, SIG_IGN)
      }
    }
    _ = signal(SIGCONT) { _ in unsafe SystemCalls.continuations &+= 1 }
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// The last signal that asked the program to end; nil for none.
  static var signalToEnd: Int32? { unsafe endingSignal == 0 ? nil : endingSignal }

  /// How often the program was continued after a stop.
  static var timesContinued: Int { unsafe continuations }

  // Only the handlers of signals write them.
  fileprivate nonisolated(unsafe) static var endingSignal: Int32 = 0
  fileprivate nonisolated(unsafe) static var continuations = 0

  // MARK: Programs

  /// Lets the shell run a command, and returns its exit status and the beginning of its output.
  ///
  /// - Returns: the status as wait(2) gives it, 0 for success.
  static func output(of command: String, atMost maximum: Int) throws(Errno) -> (status: Int32, bytes: [UInt8])
  {
    // Sound: the stream is closed once, after the last read; a read writes no more than the buffer has.
    guard let stream = unsafe popen(command, "r") else { throw Errno(rawValue: errno) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while output.count < maximum {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, stream) }
      if count == 0 { break }
      output += buffer[..<count]
    }
    return (unsafe pclose(stream), output)
  }
}

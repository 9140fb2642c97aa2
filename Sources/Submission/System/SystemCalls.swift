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
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
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

  /// Reads from pipes, terminals or files until all of them have ended.
  ///
  /// - Parameters:
  ///   - maximum: the bytes of each that are kept; what follows is read and left out, but for one byte.
  ///   - isOver: asked several times a second.
  /// - Returns: nil if it was over before.
  static func readAll(_ files: [FileDescriptor], atMost maximum: Int, until isOver: () -> Bool) -> [[UInt8]]?
  {
    var texts = files.map { _ in [UInt8]() }
    var requests = files.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while requests.contains(where: { $0.fd >= 0 }) {
      if isOver() { return nil }
      // Sound: as many requests as the count says, alive during the call. One below 0 is left alone.
      guard unsafe poll(&requests, nfds_t(requests.count), 200) > 0 else { continue }
      for index in files.indices where requests[index].fd >= 0 && requests[index].revents != 0 {
        // Sound: read(2) writes no more than the buffer has, and is over when the closure returns.
        let count =
          (try? unsafe buffer.withUnsafeMutableBytes { try unsafe files[index].read(into: $0) }) ?? 0
        if count == 0 { requests[index].fd = -1 }
        texts[index] += buffer[..<min(count, maximum + 1 - texts[index].count)]
      }
    }
    return texts
  }

  /// Waits for the end of a process, which this one has started in a group of its own. When it is over, the group is ended.
  ///
  /// - Returns: the status as wait(2) gives it, 0 for success; nil if it was ended.
  static func end(of process: Int32, until isOver: () -> Bool) -> Int32? {
    var status: Int32 = 0
    // Sound: the call writes one number, which `status` is.
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      if isOver() {
        kill(-process, SIGKILL)
        unsafe waitpid(process, &status, 0)
        return nil
      }
      sleep(milliseconds: 10)
    }
    return status
  }
}

// The fence of this target: what Swift cannot ask of the system safely is in this file.

import ByteStreams
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
  /// Makes a write to a closed pipe, or beyond the limit of a file's size, fail, so that the program can end as its findings
  /// demand.
  static func ignoreSignalsOfWrites() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Ends the program in one line, with status 2, where there is no memory left.
  ///
  /// Swift's runtime aborts then, as `LineStorage` does, or fails to write why and faults. Both leave the `errno` of the
  /// allocation. All other aborts and faults go to the previous handlers.
  static func explainMissingMemory() {
    for number in [SIGABRT, SIGSEGV] {
      var before = sigaction()
      // Sound: the call writes a `sigaction`, which `before` is.
      guard unsafe sigaction(number, nil, &before) == 0 else { continue }
      if number == SIGABRT { unsafe beforeAborts = before } else { unsafe beforeFaults = before }
      _ = signal(number, endWithoutMemory)
    }
  }

  // Written once, before any other thread is started.
  fileprivate nonisolated(unsafe) static var (beforeAborts, beforeFaults) = (sigaction(), sigaction())

  /// Does work during which signals that end the program remove the files that it has not finished.
  ///
  /// - Parameter isFixing: whether the program then says what became of the file that was fixed, and ends even if signals are
  ///   noted otherwise.
  static func withFilesRemovedAtSignals<Value, Failure: Error>(
    whileFixing isFixing: Bool = false, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let numbers = [SIGINT, SIGTERM, SIGHUP]
    // The place of the names is made at the first use, which must not be that of a handler.
    _ = ReplacementFile.removeAll()
    let handlers = numbers.map { number in
      // Who started the program may want it to go on, as nohup does: then the signal is ignored already.
      let before = signal(number, SIG_IGN)
      let isIgnored = unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored || before != nil && !isFixing {
        _ = signal(number, before)
      } else if isFixing {
        _ = signal(number, endWithoutFixedFile)
      } else {
        _ = signal(number, endWithoutFiles)
      }
      return before
    }
    defer { for (number, before) in zip(numbers, handlers) { _ = signal(number, before) } }
    return try work()
  }

  /// Ends the program.
  static func endProgram(_ status: Int32) -> Never { exit(status) }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: FileDescriptor) -> Bool { isatty(descriptor.rawValue) == 1 }

  /// The columns of the terminal at a descriptor; nil if it is not a terminal or has no size.
  static func columns(of descriptor: FileDescriptor) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    // Sound: the request writes a `winsize`, which `size` is, and keeps no pointer to it.
    guard unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes some of `bytes`, which must not be none, and waits where a non-blocking descriptor takes none yet. Returns how
  /// many bytes have been written, from the first on.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: FileDescriptor) throws(Errno) -> Int {
    while true {
      do {
        // Sound: write(2) reads no more than the bytes it is given, and is over when the closure returns.
        return try unsafe bytes.withUnsafeBytes { try unsafe descriptor.write($0) }
      } catch Errno.resourceTemporarilyUnavailable {
        // The parent process may have left the pipe non-blocking; its reader is only slow.
        _ = wait(for: Int32(POLLOUT), at: descriptor, milliseconds: 1000)
      } catch {
        throw (error as? Errno) ?? .ioError
      }
    }
  }

  /// Whether a descriptor is a pipe or a connection without a reader.
  static func isWithoutReader(_ descriptor: FileDescriptor) -> Bool {
    wait(for: 0, at: descriptor, milliseconds: 0) & Int32(POLLERR | POLLHUP) != 0
  }

  /// Waits until a descriptor is as asked for, or its other side has gone. Returns what is true of it then.
  private static func wait(for events: Int32, at descriptor: FileDescriptor, milliseconds: Int32) -> Int32 {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(events), revents: 0)
    // Sound: one `pollfd`, alive during the call, and its count is 1.
    return unsafe poll(&request, 1, milliseconds) > 0 ? Int32(request.revents) : 0
  }

  /// How many cores the machine has in use.
  static var coresOnline: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// Opens a file, which is made if that is among the options.
  static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions = []
  ) throws(Errno) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), mode, options: options.union(.closeOnExec),
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  /// Removes a file.
  static func remove(_ path: String) throws(Errno) {
    // Sound: the string outlives the call.
    guard unsafe unlink(path) == 0 else { throw Errno(rawValue: errno) }
  }

  /// The value of an environment variable; nil if it is not set.
  static func environment(_ name: String) -> String? {
    // Sound: nothing in this program changes the environment, so the C string stays while it is copied.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The days since 1970-01-01, in UTC.
  static var today: Int { time(nil) / 86_400 }

  /// The names in a folder, in no order, without `.` and `..`.
  static func names(in folder: String) throws(Errno) -> [String] {
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

  /// Lets the shell run a command, and reads its output.
  ///
  /// - Returns: the exit status; 128 and more if a signal ended it.
  static func run(_ command: String, _ read: (ArraySlice<UInt8>) -> Void) throws(Errno) -> Int32 {
    // Sound: the stream is closed once, after the last read; a read writes no more than the buffer has.
    guard let stream = unsafe popen(command, "r") else { throw Errno(rawValue: errno) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, stream) }
      if count == 0 { break }
      read(buffer[..<count])
    }
    let status = unsafe pclose(stream)
    if status < 0 { throw Errno(rawValue: errno) }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  /// Becomes another program, that at a path or of the search path. Returns why that cannot be.
  static func become(_ path: String, _ arguments: [String]) -> Errno {
    // Sound: the list ends in nil, and its strings are never freed, because the program is replaced or ends.
    var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
    _ = unsafe execvp(path, &list)
    return Errno(rawValue: errno)
  }

  /// Notes SIGINT and SIGTERM from now on, in place of ending the program.
  static func noteInterrupts() {
    // Sound: the calls write and read a `sigset_t`, which `set` is. The parent process may have blocked the signals.
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in [SIGINT, SIGTERM] {
      unsafe sigaddset(&set, number)
      _ = signal(number) { _ in unsafe SystemCalls.interrupts += 1 }
    }
    unsafe sigprocmask(SIG_UNBLOCK, &set, nil)
  }

  /// Whether a signal that is noted has come.
  static var isInterrupted: Bool { unsafe interrupts > 0 }

  // Only the handler of a signal writes it.
  fileprivate nonisolated(unsafe) static var interrupts = 0

  /// Waits, but not after a signal has come.
  static func sleep(milliseconds: Int) { _ = poll(nil, 0, Int32(milliseconds)) }
}

/// Handles the signals of ``SystemCalls/explainMissingMemory()``; it allocates nothing, because there is no memory.
private func endWithoutMemory(_ number: Int32) {
  if errno == ENOMEM {
    let line: StaticString =
      "tunekit: there is not enough memory: free some, or raise the program's memory limit\n"
    // Sound: the text is a constant of so many bytes.
    _ = unsafe write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
    _exit(2)
  }
  // Sound: only read since the program began; the signal comes again when this returns.
  var before = unsafe number == SIGABRT ? SystemCalls.beforeAborts : SystemCalls.beforeFaults
  _ = unsafe sigaction(number, &before, nil)
  raise(number)
}

/// Handles the signals of ``SystemCalls/withFilesRemovedAtSignals(whileFixing:_:)`` while files are fixed; it allocates nothing.
private func endWithoutFixedFile(_ number: Int32) {
  let line: StaticString =
    ReplacementFile.removeAll()
    ? "tunekit: the work was interrupted: the file that was being fixed is as it was before\n"
    : "tunekit: the work was interrupted: no file was being fixed\n"
  // Sound: the text is a constant of so many bytes.
  _ = unsafe write(STDERR_FILENO, line.utf8Start, line.utf8CodeUnitCount)
  _exit(2)
}

/// Handles these signals otherwise; the program ends as if it did not.
private func endWithoutFiles(_ number: Int32) {
  _ = ReplacementFile.removeAll()
  _ = signal(number, SIG_DFL)
  raise(number)
}

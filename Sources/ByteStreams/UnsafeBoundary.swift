import CByteKernels
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The place of this target that turns spans into the pointers that system calls want; the inflaters have their own. Every
/// pointer made here comes from a span inside its `withUnsafe…` closure and is gone when the closure returns.
enum UnsafeBoundary {
  /// Reads once from `descriptor` into `buffer`, beginning at `start`.
  ///
  /// - Parameter waiting: whether a non-blocking descriptor that has no bytes yet is waited for.
  /// - Returns: the bytes read, fewer than asked for on a pipe; 0 only at the end.
  static func read(
    _ descriptor: FileDescriptor, waiting: Bool, into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(Errno) -> Int {
    var rest = buffer._mutatingExtracting(start...)
    while true {
      do {
        // Sound: read(2) writes at most as many bytes as the span contains, and is over when the closure returns.
        return try unsafe rest.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      } catch Errno.resourceTemporarilyUnavailable where waiting {
        // The parent process may have left the pipe non-blocking; its data are still to come.
        try waitUntilReadable(descriptor)
      } catch {
        throw (error as? Errno) ?? .ioError
      }
    }
  }

  /// Reads once from a file's `offset` on into `buffer`, beginning at `start`: 0 bytes only after the end.
  static func read(
    _ descriptor: FileDescriptor, into buffer: inout MutableSpan<UInt8>, from start: Int, at offset: Int
  ) throws(Errno) -> Int {
    var rest = buffer._mutatingExtracting(start...)
    do {
      // Sound: pread(2) writes at most as many bytes as the span contains, and is over when the closure returns.
      return try unsafe rest.withUnsafeMutableBytes {
        try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset), into: $0)
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  /// Writes some of `bytes`, which must not be none, to a file from `offset` on; returns how many.
  static func write(
    _ descriptor: FileDescriptor, _ bytes: ArraySlice<UInt8>, at offset: Int
  ) throws(Errno) -> Int {
    do {
      // Sound: pwrite(2) reads no more than the bytes it is given, and is over when the closure returns.
      return try unsafe bytes.withUnsafeBytes {
        try unsafe descriptor.write(toAbsoluteOffset: Int64(offset), $0)
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  /// Takes the name of a file away.
  static func removeName(_ path: String) {
    // Sound: the string outlives the call.
    _ = unsafe unlink(path)
  }

  /// Gives a file another name, where it replaces what is there already.
  static func move(_ path: String, to target: String) throws(Errno) {
    // Sound: the strings outlive the call.
    guard unsafe rename(path, target) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Lets two files change names; false where that cannot be done, and nothing is done.
  static func exchange(_ path: String, _ other: String) -> Bool {
    // Sound: the strings outlive the call.
    unsafe tk_exchange_names(path, other) == 0
  }

  /// Waits until what was written to a file is on its disk.
  static func synchronize(_ file: FileDescriptor) throws(Errno) {
    guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Gives a file the owner of another, where the system allows it, and its permissions.
  static func copyOwner(of status: Stat, to file: FileDescriptor) throws(Errno) {
    let isOwned = fchown(file.rawValue, status.userID.rawValue, status.groupID.rawValue) == 0
    // Nobody else gets the rights that a program has from its owner.
    let mode = status.permissions.rawValue & (isOwned ? 0o7777 : 0o777)
    guard fchmod(file.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Gives a file the permissions that a new one gets. What other threads make meanwhile is the user's alone.
  static func setUsualPermissions(of file: FileDescriptor) throws(Errno) {
    let mask = umask(0o077)
    umask(mask)
    guard fchmod(file.rawValue, 0o666 & ~mask) == 0 else { throw Errno(rawValue: errno) }
  }

  /// How many files a signal can remove.
  static let mostTemporaryNames = 4

  /// The names of these files, each nil or a C string of ours.
  private nonisolated(unsafe) static let temporaryNames = {
    // Sound: never freed, and the handler of a signal finds in each place nothing or a whole string.
    let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: mostTemporaryNames)
    unsafe names.initialize(repeating: nil, count: mostTemporaryNames)
    return unsafe names
  }()

  /// Has a signal remove a file, or none.
  static func setTemporaryName(_ path: String?, at index: Int) {
    let before = unsafe temporaryNames[index]
    // Sound: the place has another string, or none, before this one goes.
    unsafe temporaryNames[index] = path.flatMap { unsafe strdup($0) }
    unsafe free(before)
  }

  /// Removes these files, and tells whether one was there. The handler of a signal can call it, once a name was set.
  static func removeTemporaryFiles() -> Bool {
    var wasThere = false
    for index in 0..<mostTemporaryNames {
      if let name = unsafe temporaryNames[index], unsafe unlink(name) == 0 { wasThere = true }
    }
    return wasThere
  }

  /// The value of an environment variable; nil if it is not set.
  static func environment(_ name: String) -> String? {
    // Sound: nothing in this program changes the environment, so the C string stays while it is copied.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
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

  /// Whether the system lets the process use so many more bytes of addresses.
  static func hasAddressSpace(_ lengthInBytes: Int) -> Bool {
    // Sound: a new region at a place of the system's choice, which nothing uses, is given back at once.
    let region = unsafe mmap(nil, lengthInBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    return unsafe region != MAP_FAILED && munmap(region, lengthInBytes) == 0
  }

  /// The stack of a thread, on every platform: a reader goes as deep as JSON may be nested, and that is bounded.
  private static let stackLengthInBytes = 1 << 20

  /// Starts a thread that runs `body` and is gone when that ends.
  ///
  /// - Returns: false if the system has no thread to give; then `body` does not run.
  static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    // Sound: one reference, which the thread takes over; without a thread it is given back here. The attributes are set up
    // before they are used, and outlive the calls.
    let context = unsafe Unmanaged.passRetained(ThreadBody(run: body))
    let status = unsafe withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
      guard let attributes = attributes.baseAddress else { return ENOMEM }
      let status = unsafe pthread_attr_init(attributes)
      guard status == 0 else { return status }
      defer { unsafe pthread_attr_destroy(attributes) }
      unsafe pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
      unsafe pthread_attr_setstacksize(attributes, stackLengthInBytes)
      #if canImport(Darwin)
        var thread: pthread_t?
        return unsafe pthread_create(&thread, attributes, { unsafe runThread($0) }, context.toOpaque())
      #else
        var thread = pthread_t()
        return unsafe pthread_create(
          &thread, attributes, { unsafe $0.flatMap { unsafe runThread($0) } }, context.toOpaque())
      #endif
    }
    if status != 0 { unsafe context.release() }
    return status == 0
  }

  /// The CRC32C of the bytes that `crc` is the CRC32C of, 0 for none, and these.
  static func crc32c(_ crc: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
    // Sound: the kernel reads as many bytes as the span contains, and none of no bytes.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return crc }
      return unsafe tk_crc32c(crc, start, bytes.count)
    }
  }

  /// When a file was last written: seconds and nanoseconds. The system's type for it can be looked into only here.
  static func modificationTime(_ status: Stat) -> [Int] {
    [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
  }

  /// The absolute path of what a path leads to, without symbolic links; nil if it leads nowhere.
  static func realPath(_ path: String) -> String? {
    // Sound: the string outlives the call, which returns nothing or a string of its own, given back once it is copied.
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// What a symbolic link leads to, as it is written there; nil if the path is not a link.
  static func linkTarget(_ path: String) -> String? {
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    // Sound: readlink(2) writes no more bytes than it is told, and keeps no address.
    let length = unsafe target.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return -1 }
      return unsafe readlink(path, start, bytes.count)
    }
    return length < 0 ? nil : String(decoding: target[..<length], as: UTF8.self)
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
    // Sound: the range is within the bytes, as `rebasing` checks; source and target may overlap.
    unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
  }
}

/// What a thread runs.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Runs the body that a thread was given.
private func runThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  // Sound: `startThread` gives each thread one reference to a body, and this is the only place that takes it.
  unsafe Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
  return nil
}

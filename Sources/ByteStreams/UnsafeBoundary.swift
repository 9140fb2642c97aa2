import CZlib
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one place of this target that touches pointers: it turns spans into what system calls and zlib want.
///
/// Every pointer made here comes from a span or an array inside its `withUnsafe…` closure and is gone when the
/// closure returns; the `z_stream` of ``Inflater`` is the only memory that lives longer, and it has one owner.
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

  /// Copies `bytes` to where they fit in `buffer`, beginning at `start`.
  static func copy(_ bytes: Span<UInt8>, into buffer: inout MutableSpan<UInt8>, from start: Int) {
    var target = buffer._mutatingExtracting(start..<start + bytes.count)
    // Sound: the target has just been cut, with a bounds check, to the length of `bytes`.
    unsafe bytes.withUnsafeBytes { source in
      unsafe target.withUnsafeMutableBytes { unsafe $0.copyMemory(from: source) }
    }
  }
}

extension UnsafeBoundary {
  /// One gzip member at a time, inflated by zlib.
  ///
  /// zlib's state points back at its `z_stream`, which therefore has one address for life.
  @safe struct Inflater: ~Copyable, Sendable {
    /// What one call of ``inflate(_:_:into:from:)`` did.
    struct Step {
      var bytesConsumed = 0
      var bytesProduced = 0
      var outcome = Outcome.goesOn
    }

    /// How one call ended.
    enum Outcome {
      /// The member goes on: give room or input.
      case goesOn
      /// The member is complete, checksum and length included.
      case memberEnded
      /// The data are no valid member; with zlib's words for it.
      case invalid(zlibMessage: String)
      case outOfMemory
    }

    /// This value's own: nobody else has the address, so whoever holds the value may use the memory.
    private nonisolated(unsafe) let stream: UnsafeMutablePointer<z_stream>
    private var isPrepared = false

    init() {
      // Sound: allocated and initialised once, freed once in `deinit`; nobody else holds the address.
      unsafe stream = .allocate(capacity: 1)
      unsafe stream.initialize(to: z_stream())
    }

    deinit {
      // Sound: zlib's state was made exactly if `isPrepared`; the struct cannot be copied, so this runs once.
      if isPrepared { _ = unsafe inflateEnd(stream) }
      unsafe stream.deallocate()
    }

    /// Gets ready for the next member; the memory of the last one is used again.
    ///
    /// - Returns: false if there is not enough memory, which can happen only on the first call.
    mutating func restart() -> Bool {
      // Sound: `stream` is initialised, and its state exists whenever `inflateReset` is called.
      if isPrepared { return unsafe inflateReset(stream) == Z_OK }
      let gzipOnly = MAX_WBITS + 16
      isPrepared = unsafe CZlib_inflateInit2(stream, gzipOnly) == Z_OK
      return isPrepared
    }

    /// Inflates the bytes of `input` in `range` into the not empty rest of `output` that begins at `start`, as
    /// far as either goes.
    ///
    /// - Complexity: linear in the bytes consumed and produced; allocates nothing but zlib's window, once.
    mutating func inflate(
      _ input: [UInt8], _ range: Range<Int>, into output: inout MutableSpan<UInt8>, from start: Int
    ) -> Step {
      precondition(isPrepared && start < output.count, "no member begun, or no room for its bytes")
      var rest = output._mutatingExtracting(start...)
      // Sound: both memories outlive the closures, and zlib keeps neither address beyond them (see `run`).
      return unsafe input.span.extracting(range).withUnsafeBufferPointer { source in
        unsafe rest.withUnsafeMutableBufferPointer { target in unsafe run(source, target) }
      }
    }

    private func run(
      _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>
    ) -> Step {
      let given = uInt(clamping: source.count)
      let room = uInt(clamping: target.count)
      // Sound: zlib reads `given` bytes and writes `room` bytes at most, neither more than the buffers hold. It
      // does not write through `next_in`. Both addresses are taken back before they can dangle.
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.pointee.avail_in = given
      unsafe stream.pointee.next_out = target.baseAddress
      unsafe stream.pointee.avail_out = room
      let status = unsafe CZlib.inflate(stream, Z_SYNC_FLUSH)
      defer {
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
      }
      return unsafe Step(
        bytesConsumed: Int(given - stream.pointee.avail_in),
        bytesProduced: Int(room - stream.pointee.avail_out),
        outcome: outcome(of: status))
    }

    private func outcome(of status: CInt) -> Outcome {
      switch status {
      case Z_OK, Z_BUF_ERROR: return .goesOn
      case Z_STREAM_END: return .memberEnded
      case Z_MEM_ERROR: return .outOfMemory
      default:
        // Sound: zlib's messages are constant C strings; the copy is made at once.
        return unsafe .invalid(zlibMessage: stream.pointee.msg.map { unsafe String(cString: $0) } ?? "")
      }
    }
  }
}

#if !ISAL
  import CZlib

  /// Deflate data, inflated by zlib.
  ///
  /// This file is zlib's fence. Every pointer made here comes from a span or an array inside its `withUnsafe…` closure
  /// and is gone when the closure returns; only the `z_stream` lives longer, and it has one owner. zlib's state points
  /// back at it, so it has one address for life.
  @safe struct ZlibInflater: ~Copyable, Sendable {
    /// Owned by this value: nothing else has the address, so code that has the value can use the memory.
    private nonisolated(unsafe) let stream: UnsafeMutablePointer<z_stream>
    private var isPrepared = false
    /// Whether the last call found room for all there was: zlib holds back what finds none.
    private var hadRoom = false

    init() {
      // Sound: allocated and initialised once, freed once in `deinit`; nothing else has the address.
      unsafe stream = .allocate(capacity: 1)
      unsafe stream.initialize(to: z_stream())
    }

    deinit {
      // Sound: zlib's state was made exactly if `isPrepared`; the struct cannot be copied, so this runs once.
      if isPrepared { _ = unsafe inflateEnd(stream) }
      unsafe stream.deallocate()
    }

    /// Gets ready for other data; the memory for the last ones is used again.
    ///
    /// - Returns: false if there is not enough memory, which can happen only on the first call.
    mutating func restart() -> Bool {
      // Sound: `stream` is initialised, and its state exists whenever `inflateReset` is called.
      hadRoom = false
      if isPrepared { return unsafe inflateReset(stream) == Z_OK }
      isPrepared = unsafe CZlib_inflateInit2(stream, -MAX_WBITS) == Z_OK
      return isPrepared
    }

    /// Inflates what is unread of `input` into the not empty rest of `output` that begins at `start`, as far as either
    /// goes. It takes nothing away from `input`.
    ///
    /// - Complexity: linear in the bytes consumed and produced; allocates nothing but zlib's window, once.
    mutating func inflate(
      _ input: borrowing GzipInput, into output: inout MutableSpan<UInt8>, from start: Int
    ) -> InflateStep {
      precondition(isPrepared && start < output.count, "no data begun, or no room for their bytes")
      if input.unread.isEmpty, hadRoom { return InflateStep() }
      var rest = output._mutatingExtracting(start...)
      // Where the data are cut, it counts whether a block ends there.
      let flush = input.end == .cut ? Z_BLOCK : Z_SYNC_FLUSH
      // Sound: both memories outlive the closures, and zlib keeps neither address beyond them (see `run`).
      let step = unsafe input.bytes.span.extracting(input.unread).withUnsafeBufferPointer { source in
        unsafe rest.withUnsafeMutableBufferPointer { target in unsafe run(source, target, flush) }
      }
      hadRoom = step.bytesProduced < rest.count
      return step
    }

    /// Whether the input was used up by whole blocks, but the last of them is not the last one of the data, so that the next
    /// one begins with a byte.
    var isBetweenBlocks: Bool {
      // Sound: `stream` is initialised. zlib adds up the unused bits of the last byte, 64 for the data's last block, and
      // 128 after a block.
      unsafe stream.pointee.data_type == 128
    }

    private func run(
      _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>,
      _ flush: CInt
    ) -> InflateStep {
      let given = uInt(clamping: source.count)
      let room = uInt(clamping: target.count)
      // Sound: zlib reads `given` bytes and writes `room` bytes at most, and the buffers have that many bytes. It
      // does not write through `next_in`. Both addresses are taken back before they can dangle.
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.pointee.avail_in = given
      unsafe stream.pointee.next_out = target.baseAddress
      unsafe stream.pointee.avail_out = room
      let status = unsafe CZlib.inflate(stream, flush)
      defer {
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
      }
      return unsafe InflateStep(
        bytesConsumed: Int(given - stream.pointee.avail_in),
        bytesProduced: Int(room - stream.pointee.avail_out),
        outcome: outcome(of: status))
    }

    private func outcome(of status: CInt) -> InflateStep.Outcome {
      switch status {
      case Z_OK, Z_BUF_ERROR: return .goesOn
      case Z_STREAM_END: return .dataEnded
      case Z_MEM_ERROR: return .outOfMemory
      default:
        // Sound: zlib's messages are constant C strings; the copy is made at once.
        return unsafe .invalid(Self.damage(stream.pointee.msg.map { unsafe String(cString: $0) } ?? ""))
      }
    }

    private static func damage(_ zlibMessage: String) -> GzipDamage {
      switch zlibMessage {
      case "invalid stored block lengths": .storedLength
      case "invalid block type": .blockType
      case "invalid distance too far back": .distanceTooFar
      case "too many length or distance symbols", "invalid code lengths set", "invalid bit length repeat",
        "invalid code -- missing end-of-block", "invalid literal/lengths set", "invalid distances set":
        .codeTable
      default: .meaninglessCode
      }
    }

    /// Continues a CRC-32 with more bytes: `checksum` is that of the bytes before them, 0 at the beginning.
    ///
    /// - Complexity: linear in the length of `bytes`.
    static func checksum(_ checksum: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
      // Sound: as many bytes are read as the span contains.
      unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return checksum }
        return unsafe CZlib_crc32(checksum, base, buffer.count)
      }
    }
  }
#endif

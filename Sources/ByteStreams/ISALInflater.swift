#if ISAL
  import CISAL

  /// Deflate data, inflated by ISA-L, with the results that zlib gives.
  ///
  /// ISA-L is made to stop after every block, so that ``DeflateBlock`` can look at the next one's head first. What it
  /// has read ahead is given back:
  ///
  ///     …|01101010|101 10010|01101 …        the next bit is bit 5 of this byte, which is not yet consumed
  ///                    ^ `bitOffset`: 5
  ///
  /// This file is ISA-L's fence. Pointers made here come from a span inside its `withUnsafe…` closure and are gone when
  /// the closure returns; only the `inflate_state` lives longer, and it has one owner.
  @safe struct ISALInflater: ~Copyable, Sendable {
    /// Room for a block's head, and enough after it that ISA-L prepares for a long block.
    private static let blockBeginInBytes = 5000

    /// Owned by this value: nothing else has the address, so code that has the value can use the memory.
    private nonisolated(unsafe) let state: UnsafeMutablePointer<inflate_state>
    /// The bits of the input's next byte that are used.
    private var bitOffset = 0
    private var block = DeflateBlock()
    private var isInsideBlock = false
    /// Bytes given since the last ``restart()``.
    private var bytesGiven = 0
    /// Present once ISA-L cannot continue: bytes still to give, and the outcome then.
    private var ending: (rest: ArraySlice<UInt8>, outcome: InflateStep.Outcome)?

    init() {
      // Sound: freed once in `deinit`, and nothing else has the address; ISA-L sets all that it reads.
      unsafe state = .allocate(capacity: 1)
      unsafe isal_inflate_init(state)
    }

    deinit {
      // Sound: the struct cannot be copied, so this runs once.
      unsafe state.deallocate()
    }

    /// Gets ready for other data.
    ///
    /// - Returns: true, because no more memory is available.
    mutating func restart() -> Bool {
      // Sound: the state is initialised.
      unsafe isal_inflate_reset(state)
      bitOffset = 0
      isInsideBlock = false
      bytesGiven = 0
      ending = nil
      return true
    }

    /// Inflates what is unread of `input` into the not empty rest of `output` that begins at `start`, as far as either
    /// goes or a block ends. It takes nothing away from `input`.
    ///
    /// - Complexity: linear in the bytes consumed and produced; allocates only where the data break off or are wrong.
    mutating func inflate(
      _ input: borrowing GzipInput, into output: inout MutableSpan<UInt8>, from start: Int
    ) -> InflateStep {
      precondition(start < output.count, "no room for bytes")
      var step = InflateStep()
      if ending == nil {
        var bits = DeflateBits(input.rest, from: bitOffset)
        let isNewBlock = !isInsideBlock
        if isNewBlock, let stop = enterBlock(&bits, input) { return stop }
        let bytesBefore = bytesGiven + bytesHeldBack
        let isSound = inflateBlock(input, isNew: isNewBlock, into: &output, from: start, &step)
        let isStuck = input.end == .final && step.bytesConsumed == 0 && step.bytesProduced == 0
        if !isSound || isStuck, isInsideBlock, !block.isStored {
          findEnd(&bits, bytesBefore: bytesBefore, isStuck: isStuck, &step)
        }
      }
      giveRest(into: &output, from: start, &step)
      bytesGiven += step.bytesProduced
      return step
    }

    /// Whether the input was used up by whole blocks, but the last of them is not the last one of the data, so that the next
    /// one begins with a byte.
    var isBetweenBlocks: Bool { !isInsideBlock && bitOffset == 0 }

    /// Reads the head of a block.
    ///
    /// - Returns: what it comes to if there is no way into the block; nil if there is.
    private mutating func enterBlock(_ bits: inout DeflateBits, _ input: borrowing GzipInput) -> InflateStep?
    {
      if input.unread.count < Self.blockBeginInBytes, input.end == .open { return InflateStep() }
      do throws(DeflateBits.Stop) {
        try block.readHead(&bits)
        isInsideBlock = true
        return nil
      } catch {
        guard case .invalid(let damage) = error else { return InflateStep() }
        return InflateStep(bytesConsumed: bits.bytesBegun, outcome: .invalid(damage))
      }
    }

    /// Lets ISA-L inflate what belongs to one block.
    ///
    /// - Returns: false if ISA-L takes the data for damaged.
    private mutating func inflateBlock(
      _ input: borrowing GzipInput, isNew: Bool, into output: inout MutableSpan<UInt8>, from start: Int,
      _ step: inout InflateStep
    ) -> Bool {
      var rest = output._mutatingExtracting(start...)
      // Sound: both memories outlive the closures. ISA-L reads and writes no more bytes than it is told, does not write
      // through its input, and is given both addresses anew before it uses them again.
      let run = unsafe input.bytes.span.extracting(input.unread).withUnsafeBufferPointer { source in
        unsafe rest.withUnsafeMutableBufferPointer { target in
          let (offset, isNew) = (UInt32(bitOffset), isNew ? 1 : 0) as (UInt32, CInt)
          let run = unsafe CISAL_inflate(
            state, source.baseAddress, source.count, offset, isNew, target.baseAddress, target.count)
          if unsafe state.pointee.block_state == ISAL_BLOCK_FINISH {
            isInsideBlock = false
            unsafe CISAL_begin_block(
              state, target.baseAddress.map { unsafe $0 + run.bytes_made }, run.bytes_made)
          }
          return run
        }
      }
      step.bytesConsumed = run.bits_used / 8
      step.bytesProduced = run.bytes_made
      bitOffset = run.bits_used % 8
      if !isInsideBlock, block.isLast {
        step.outcome = .dataEnded
        step.bytesConsumed += bitOffset > 0 ? 1 : 0
      }
      return run.status >= 0
    }

    /// Finds where exactly the data are damaged or break off. ISA-L reports damage too late, sometimes counts bytes that
    /// it did not make, and decodes several bytes at once, which it does not give where the last one's code is cut.
    ///
    /// - Parameters:
    ///   - codes: the block's codes from where ISA-L began.
    ///   - bytesBefore: the bytes before them.
    ///   - isStuck: whether ISA-L did nothing, with all input there is.
    private mutating func findEnd(
      _ codes: inout DeflateBits, bytesBefore: Int, isStuck: Bool, _ step: inout InflateStep
    ) {
      let found = block.readCodes(&codes, bytesBefore: bytesBefore)
      if let damage = found.damage {
        let sound = bytesBefore + found.byteCount - bytesGiven
        step.bytesProduced = min(step.bytesProduced, sound)
        step.bytesConsumed = codes.bytesBegun
        ending = (heldBack(sound - step.bytesProduced), .invalid(damage))
      } else if isStuck {
        ending = (found.literals[...], .goesOn)
      }
    }

    /// Returns the remaining bytes once ISA-L cannot continue.
    private mutating func giveRest(
      into output: inout MutableSpan<UInt8>, from start: Int, _ step: inout InflateStep
    ) {
      guard let ending else { return }
      let given = ending.rest.prefix(output.count - start - step.bytesProduced)
      UnsafeBoundary.copy(given.span, into: &output, from: start + step.bytesProduced)
      step.bytesProduced += given.count
      self.ending?.rest.removeFirst(given.count)
      if given.count == ending.rest.count { step.outcome = ending.outcome }
    }

    private var bytesHeldBack: Int {
      var count = 0
      // Sound: the state is initialised.
      _ = unsafe CISAL_held_back(state, &count)
      return count
    }

    /// The first `count` bytes that found no room.
    private func heldBack(_ count: Int) -> ArraySlice<UInt8> {
      var available = 0
      // Sound: ISA-L states how many bytes there are, and they are copied at once.
      let bytes = unsafe CISAL_held_back(state, &available)
      return unsafe Array(UnsafeBufferPointer(start: bytes, count: min(count, available)))[...]
    }

    /// Continues a CRC-32 with more bytes: `checksum` is that of the bytes before them, 0 at the beginning.
    ///
    /// - Complexity: linear in the length of `bytes`.
    static func checksum(_ checksum: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
      // Sound: as many bytes are read as the span contains.
      unsafe bytes.withUnsafeBufferPointer {
        unsafe crc32_gzip_refl(checksum, $0.baseAddress, UInt64($0.count))
      }
    }
  }
#endif

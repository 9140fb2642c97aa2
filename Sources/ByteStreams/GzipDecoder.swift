/// There is not enough memory to decompress.
struct OutOfMemory: Error {}

/// Inflates the members of gzip data, one after another, from compressed bytes that it is given piece by piece.
///
///     header | deflate data | CRC-32 4 | length 4 | zeros … | header | …
///
/// Zero bytes after a member are padding, as Python's `gzip` has it; then comes the end or another member.
struct GzipDecoder: ~Copyable, Sendable {
  /// The two bytes that every member begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]
  /// How far back deflate data may refer.
  private static let windowLengthInBytes = 32 << 10

  private enum Phase {
    case betweenMembers, header, data, checksum, length, ended
  }

  private var phase = Phase.betweenMembers
  private var header = GzipHeader()
  private var inflater = Inflater()
  /// The member that was begun last, counted from 1.
  private(set) var member = 0
  /// The CRC-32 and the length of what the member has given.
  private var checksum: UInt32 = 0
  private var length: UInt32 = 0
  /// Whether the member was begun by another decoder, so that its checksum and length are not known.
  private var isWithoutBegin = false
  /// Compressed bytes consumed so far: the offset of the first unread byte.
  private(set) var bytesConsumed = 0
  /// Why the stream ended, unless it ended well.
  private(set) var fault: GzipFault?
  /// What is damaged, if that is the fault.
  private var damage: GzipDamage?

  /// Whether nothing more will come.
  var hasEnded: Bool { phase == .ended }

  /// Inflates `input`, from which it takes what is not needed any more, until `buffer` is full, the stream ends, or
  /// nothing more can be done without more input.
  ///
  /// - Parameter start: where in `buffer` the bytes go.
  /// - Returns: the bytes written.
  /// - Complexity: linear in the bytes consumed and produced, without allocation.
  mutating func decode(
    _ input: inout GzipInput, into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(OutOfMemory) -> Int {
    var filled = start
    while filled < buffer.count {
      // Each step moves on or ends the stream; it returns false if it needs more input.
      let hasAdvanced: Bool
      switch phase {
      case .betweenMembers: hasAdvanced = try enterNextMember(&input)
      case .header: hasAdvanced = readHeader(&input)
      case .data: hasAdvanced = try inflate(&input, into: &buffer, &filled)
      case .checksum where isWithoutBegin: return filled - start
      case .checksum: hasAdvanced = compare(checksum, else: .dataChecksum, then: .length, &input)
      case .length: hasAdvanced = compare(length, else: .dataLength, then: .betweenMembers, &input)
      case .ended: return filled - start
      }
      if hasAdvanced { continue }
      if input.end != .final { break }
      consume(input.unread.count, &input)
      end(.truncated(member: member, atByte: bytesConsumed))
    }
    return filled - start
  }

  /// Skips padding and begins the member after it, or ends the stream.
  private mutating func enterNextMember(_ input: inout GzipInput) throws(OutOfMemory) -> Bool {
    if member > 0 { consume(input.rest.prefix { $0 == 0 }.count, &input) }
    if input.unread.count < Self.magic.count, input.end != .final { return false }
    if input.unread.isEmpty {
      end(nil)
    } else if !input.rest.starts(with: Self.magic) {
      end(.trailingData(atByte: bytesConsumed))
    } else {
      member += 1
      header = GzipHeader()
      phase = .header
      guard beginData() else { throw OutOfMemory() }
    }
    return true
  }

  /// Gets ready to inflate a member's data; false if there is not enough memory.
  private mutating func beginData() -> Bool {
    checksum = 0
    length = 0
    return inflater.restart()
  }

  private mutating func readHeader(_ input: inout GzipInput) -> Bool {
    let before = input.unread.count
    let outcome = header.read(&input)
    bytesConsumed += before - input.unread.count
    switch outcome {
    case .needsInput: return false
    case .complete: phase = .data
    case .invalid(let damage, let offset): end(damage, atByte: bytesConsumed + offset)
    }
    return true
  }

  private mutating func inflate(
    _ input: inout GzipInput, into buffer: inout MutableSpan<UInt8>, _ filled: inout Int
  ) throws(OutOfMemory) -> Bool {
    let step = inflater.inflate(input, into: &buffer, from: filled)
    consume(step.bytesConsumed, &input)
    let produced = filled..<filled + step.bytesProduced
    if !isWithoutBegin { checksum = Inflater.checksum(checksum, buffer.span.extracting(produced)) }
    length &+= UInt32(truncatingIfNeeded: produced.count)
    filled = produced.upperBound
    switch step.outcome {
    case .goesOn: return step.bytesConsumed > 0 || step.bytesProduced > 0
    case .dataEnded: phase = .checksum
    case .invalid(let damage): end(damage, atByte: bytesConsumed - damage.lengthInBytes)
    case .outOfMemory: throw OutOfMemory()
    }
    return true
  }

  /// Compares four bytes at the member's end with what they should be.
  private mutating func compare(
    _ value: UInt32, else damage: GzipDamage, then next: Phase, _ input: inout GzipInput
  ) -> Bool {
    guard let stated = input.number(ofBytes: 4) else { return false }
    if stated == value {
      consume(4, &input)
      phase = next
    } else {
      end(damage, atByte: bytesConsumed)
    }
    return true
  }

  private mutating func consume(_ count: Int, _ input: inout GzipInput) {
    input.consume(count)
    bytesConsumed += count
  }

  private mutating func end(_ damage: GzipDamage, atByte offset: Int) {
    self.damage = damage
    end(.corrupt(member: member, atByte: offset, reason: damage.reason))
  }

  private mutating func end(_ fault: GzipFault?) {
    phase = .ended
    self.fault = fault
  }
}

/// The place in gzip data where a decoder begins without knowing the data before it.
enum GzipStart {
  /// At a member's header.
  case member
  /// At a block of deflate data that begins with a byte.
  case block
}

extension GzipDecoder {
  /// Begins anew, as if the data began there.
  ///
  /// - Returns: false if there is not enough memory.
  mutating func restart(at start: GzipStart) -> Bool {
    isWithoutBegin = start == .block
    phase = isWithoutBegin ? .data : .betweenMembers
    member = 0
    bytesConsumed = 0
    fault = nil
    damage = nil
    return beginData()
  }

  /// Whether what was decoded from `start` on is what `previous`, who has come there, would have decoded.
  ///
  /// This is true if `previous` is before a member or a block, for any reason that made it look like one, and, in the
  /// midst of a member, nothing referred to bytes before it; nor can anything later, once the window is full or the data
  /// have ended.
  func canFollow(_ previous: borrowing GzipDecoder, from start: GzipStart) -> Bool {
    switch start {
    case .member: previous.phase == .betweenMembers
    case .block:
      previous.phase == .data && previous.inflater.isBetweenBlocks && damage != .distanceTooFar
        && (length >= Self.windowLengthInBytes || phase != .data)
    }
  }

  /// Continues after `previous`, having decoded `bytes`.
  mutating func follow(_ previous: borrowing GzipDecoder, _ bytes: Span<UInt8>) {
    if isWithoutBegin {
      checksum = Inflater.checksum(previous.checksum, bytes)
      length &+= previous.length
      isWithoutBegin = false
    }
    fault = fault?.moved(byMembers: previous.member, bytes: previous.bytesConsumed)
    member += previous.member
    bytesConsumed += previous.bytesConsumed
  }
}

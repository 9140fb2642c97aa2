/// There is no memory to inflate with.
struct OutOfMemory: Error {}

/// Inflates the members of gzip data, one after another, from compressed bytes that it is given piece by piece.
///
///     header | deflate data | CRC-32 4 | length 4 | zeros … | header | …
///
/// Zero bytes behind a member are padding, as Python's `gzip` has it; then comes the end or another member.
struct GzipDecoder: ~Copyable, Sendable {
  /// The two bytes that every member begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private enum Phase {
    case betweenMembers, header, data, checksum, length, ended
  }

  private var phase = Phase.betweenMembers
  private var header = GzipHeader()
  private var inflater = Inflater()
  /// The member that was begun last, counted from 1.
  private var member = 0
  /// The CRC-32 and the length of what the member has given.
  private var checksum: UInt32 = 0
  private var length: UInt32 = 0
  /// Compressed bytes consumed so far: the offset of the first unread byte.
  private(set) var bytesConsumed = 0
  /// Why the stream ended, unless it ended well.
  private(set) var fault: GzipFault?

  /// Whether nothing more will come.
  var hasEnded: Bool { phase == .ended }

  /// Inflates the bytes of `input` in `unread`, from which it takes what is not needed any more, until `buffer` is
  /// full, the stream ends, or nothing more can be done without further input.
  ///
  /// - Parameters:
  ///   - isLast: whether no input follows.
  ///   - start: where in `buffer` the bytes go.
  /// - Returns: the bytes written.
  /// - Complexity: linear in the bytes consumed and produced, without allocation.
  mutating func decode(
    _ input: [UInt8], _ unread: inout Range<Int>, isLast: Bool,
    into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(OutOfMemory) -> Int {
    var filled = start
    while phase != .ended, filled < buffer.count {
      // Each step moves on or ends the stream; it returns false if it needs more input.
      let hasAdvanced =
        switch phase {
        case .betweenMembers: try enterNextMember(input, &unread, isLast: isLast)
        case .header: readHeader(input, &unread)
        case .data: try inflate(input, &unread, isLast: isLast, into: &buffer, &filled)
        case .checksum: compare(checksum, else: .dataChecksum, then: .length, input, &unread)
        case .length: compare(length, else: .dataLength, then: .betweenMembers, input, &unread)
        case .ended: true
        }
      if hasAdvanced { continue }
      if !isLast { break }
      consume(unread.count, &unread)
      end(.truncated(member: member, atByte: bytesConsumed))
    }
    return filled - start
  }

  /// Skips padding and begins the member behind it, or ends the stream.
  private mutating func enterNextMember(
    _ input: [UInt8], _ unread: inout Range<Int>, isLast: Bool
  ) throws(OutOfMemory) -> Bool {
    if member > 0 { consume(input[unread].prefix { $0 == 0 }.count, &unread) }
    if unread.count < Self.magic.count, !isLast { return false }
    if unread.isEmpty {
      end(nil)
    } else if !input[unread].starts(with: Self.magic) {
      end(.trailingData(atByte: bytesConsumed))
    } else {
      guard inflater.restart() else { throw OutOfMemory() }
      member += 1
      header = GzipHeader()
      checksum = 0
      length = 0
      phase = .header
    }
    return true
  }

  private mutating func readHeader(_ input: [UInt8], _ unread: inout Range<Int>) -> Bool {
    let before = unread.count
    let outcome = header.read(input, &unread)
    bytesConsumed += before - unread.count
    switch outcome {
    case .needsInput: return false
    case .complete: phase = .data
    case .invalid(let damage, let offset): endDamaged(damage, atByte: bytesConsumed + offset)
    }
    return true
  }

  private mutating func inflate(
    _ input: [UInt8], _ unread: inout Range<Int>, isLast: Bool,
    into buffer: inout MutableSpan<UInt8>, _ filled: inout Int
  ) throws(OutOfMemory) -> Bool {
    let step = inflater.inflate(input, unread, isLast: isLast, into: &buffer, from: filled)
    consume(step.bytesConsumed, &unread)
    let produced = filled..<filled + step.bytesProduced
    checksum = Inflater.checksum(checksum, buffer.span.extracting(produced))
    length &+= UInt32(truncatingIfNeeded: produced.count)
    filled = produced.upperBound
    switch step.outcome {
    case .goesOn: return step.bytesConsumed > 0 || step.bytesProduced > 0
    case .dataEnded: phase = .checksum
    case .invalid(let damage): endDamaged(damage, atByte: bytesConsumed - damage.lengthInBytes)
    case .outOfMemory: throw OutOfMemory()
    }
    return true
  }

  /// Compares four bytes at the member's end with what they should be.
  private mutating func compare(
    _ value: UInt32, else damage: GzipDamage, then next: Phase, _ input: [UInt8], _ unread: inout Range<Int>
  ) -> Bool {
    guard let stated = GzipHeader.number(ofBytes: 4, input, unread) else { return false }
    if stated == value {
      consume(4, &unread)
      phase = next
    } else {
      endDamaged(damage, atByte: bytesConsumed)
    }
    return true
  }

  private mutating func consume(_ count: Int, _ unread: inout Range<Int>) {
    unread = unread.dropFirst(count)
    bytesConsumed += count
  }

  private mutating func endDamaged(_ damage: GzipDamage, atByte offset: Int) {
    end(.corrupt(member: member, atByte: offset, reason: damage.reason))
  }

  private mutating func end(_ fault: GzipFault?) {
    phase = .ended
    self.fault = fault
  }
}

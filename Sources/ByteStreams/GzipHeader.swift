/// Reads the header of a gzip member, RFC 1952, section 2.3, from bytes that may come in pieces:
///
///     1f 8b | method | flags | time 4 | extra flags | system | extra? | name? | comment? | checksum? 2
///
/// Only what can be wrong is looked at; the fields that `flags` name are ignored.
struct GzipHeader {
  /// How far one call of ``read(_:)`` got.
  enum Outcome {
    case needsInput
    case complete
    /// The byte to come, `offset` bytes on, begins what is wrong.
    case invalid(GzipDamage, offset: Int)
  }

  /// The parts in their order; bits of `flags` say which of the later ones there are.
  private enum Part: UInt8, CaseIterable {
    case start, fixed, extraLength, extra, name, comment, checksum, complete

    var flag: UInt8? {
      switch self {
      case .start, .fixed, .complete: nil
      case .checksum: 2
      case .extraLength, .extra: 4
      case .name: 8
      case .comment: 16
      }
    }
  }

  private static let fixedLengthInBytes = 10
  private static let reservedFlags: UInt8 = 0xE0

  private var part = Part.start
  private var flags: UInt8 = 0
  /// What is left of a part whose length is known.
  private var bytesLeft = 0
  /// The CRC-32 of the bytes read, if the header has a checksum.
  private var checksum: UInt32 = 0

  /// Reads on in `input`, from which it takes what it has read.
  ///
  /// - Complexity: linear in the bytes read.
  mutating func read(_ input: inout GzipInput) -> Outcome {
    while part != .complete {
      let isComplete: Bool
      switch part {
      case .start:
        guard input.unread.count >= 4 else { return .needsInput }
        if input.bytes[input.unread.lowerBound + 2] != 8 { return .invalid(.method, offset: 2) }
        flags = input.bytes[input.unread.lowerBound + 3]
        if flags & Self.reservedFlags != 0 { return .invalid(.reservedFlag, offset: 3) }
        bytesLeft = Self.fixedLengthInBytes
        isComplete = true
      case .fixed, .extra: isComplete = skip(&input)
      case .extraLength:
        guard let length = input.number(ofBytes: 2) else { return .needsInput }
        take(2, &input)
        bytesLeft = Int(length)
        isComplete = true
      case .name, .comment: isComplete = skipText(&input)
      case .checksum:
        guard let stated = input.number(ofBytes: 2) else { return .needsInput }
        if stated != checksum & 0xFFFF { return .invalid(.headerChecksum, offset: 0) }
        input.consume(2)
        isComplete = true
      case .complete: isComplete = true
      }
      if !isComplete { return .needsInput }
      moveOn()
    }
    return .complete
  }

  /// Goes to the next part that the header has.
  private mutating func moveOn() {
    repeat {
      part = Part(rawValue: part.rawValue + 1) ?? .complete
    } while part.flag.map { flags & $0 == 0 } ?? false
  }

  /// Passes over what is left of the part; false if not all of it is there.
  private mutating func skip(_ input: inout GzipInput) -> Bool {
    let count = min(bytesLeft, input.unread.count)
    take(count, &input)
    bytesLeft -= count
    return bytesLeft == 0
  }

  /// Passes over text up to the NUL at its end; false if it is not there.
  private mutating func skipText(_ input: inout GzipInput) -> Bool {
    let end = input.rest.firstIndex(of: 0)
    take(end.map { $0 + 1 - input.unread.lowerBound } ?? input.unread.count, &input)
    return end != nil
  }

  private mutating func take(_ count: Int, _ input: inout GzipInput) {
    if flags & 2 != 0 {
      checksum = Inflater.checksum(checksum, input.bytes.span.extracting(input.unread.prefix(count)))
    }
    input.consume(count)
  }
}

/// Reads the header of a gzip member, RFC 1952, section 2.3, from bytes that may come in pieces:
///
///     1f 8b | method | flags | time 4 | extra flags | system | extra? | name? | comment? | checksum? 2
///
/// Only what can be wrong is looked at; the fields that `flags` name are passed over.
struct GzipHeader {
  /// How far one call of ``read(_:_:)`` got.
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

  /// Reads on in the bytes of `input` in `unread`, from which it takes what it has read.
  ///
  /// - Complexity: linear in the bytes read.
  mutating func read(_ input: [UInt8], _ unread: inout Range<Int>) -> Outcome {
    while part != .complete {
      let isComplete: Bool
      switch part {
      case .start:
        guard unread.count >= 4 else { return .needsInput }
        if input[unread.lowerBound + 2] != 8 { return .invalid(.method, offset: 2) }
        flags = input[unread.lowerBound + 3]
        if flags & Self.reservedFlags != 0 { return .invalid(.reservedFlag, offset: 3) }
        bytesLeft = Self.fixedLengthInBytes
        isComplete = true
      case .fixed, .extra: isComplete = skip(input, &unread)
      case .extraLength:
        guard let length = Self.number(ofBytes: 2, input, unread) else { return .needsInput }
        bytesLeft = 2
        isComplete = skip(input, &unread)
        bytesLeft = Int(length)
      case .name, .comment: isComplete = skipText(input, &unread)
      case .checksum:
        guard let stated = Self.number(ofBytes: 2, input, unread) else { return .needsInput }
        if stated != checksum & 0xFFFF { return .invalid(.headerChecksum, offset: 0) }
        unread.removeFirst(2)
        isComplete = true
      case .complete: isComplete = true
      }
      if !isComplete { return .needsInput }
      moveOn()
    }
    return .complete
  }

  /// The little-endian number in the first `count` bytes of `unread`; nil if they are not there yet.
  static func number(ofBytes count: Int, _ input: [UInt8], _ unread: Range<Int>) -> UInt32? {
    guard unread.count >= count else { return nil }
    return input[unread].prefix(count).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Goes to the next part that the header has.
  private mutating func moveOn() {
    repeat {
      part = Part(rawValue: part.rawValue + 1) ?? .complete
    } while part.flag.map { flags & $0 == 0 } ?? false
  }

  /// Passes over what is left of the part; false if not all of it is there.
  private mutating func skip(_ input: [UInt8], _ unread: inout Range<Int>) -> Bool {
    let count = min(bytesLeft, unread.count)
    take(count, input, &unread)
    bytesLeft -= count
    return bytesLeft == 0
  }

  /// Passes over text up to the NUL at its end; false if it is not there.
  private mutating func skipText(_ input: [UInt8], _ unread: inout Range<Int>) -> Bool {
    let end = input[unread].firstIndex(of: 0)
    take(end.map { $0 + 1 - unread.lowerBound } ?? unread.count, input, &unread)
    return end != nil
  }

  private mutating func take(_ count: Int, _ input: [UInt8], _ unread: inout Range<Int>) {
    if flags & 2 != 0 {
      checksum = Inflater.checksum(checksum, input.span.extracting(unread.prefix(count)))
    }
    unread.removeFirst(count)
  }
}

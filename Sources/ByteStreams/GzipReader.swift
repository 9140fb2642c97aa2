/// Inflates the members of gzip data, one after another, as one stream.
///
/// Zero bytes behind a member are padding, as Python's `gzip` has it; then comes the end or another member.
struct GzipReader: ~Copyable, Sendable {
  /// The two bytes that every member begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private enum Phase {
    case betweenMembers, insideMember, ended
  }

  private static let inputLengthInBytes = 128 << 10

  private var phase = Phase.betweenMembers
  private var inflater = UnsafeBoundary.Inflater()
  /// Compressed bytes; allocated once.
  private var input = [UInt8](repeating: 0, count: inputLengthInBytes)
  /// Where in `input` the bytes lie that are not yet consumed.
  private var unread = 0..<0
  /// The member that was begun last, counted from 1.
  private var member = 0
  /// Compressed bytes consumed so far: the offset of the first unread byte.
  private(set) var bytesConsumed = 0
  /// Why the stream ended, unless it ended well.
  private(set) var fault: GzipFault?

  /// Fills `buffer` with inflated bytes.
  ///
  /// - Returns: the bytes written, fewer than there is room for only at the end.
  /// - Complexity: linear in the bytes consumed and produced, without allocation.
  mutating func read(
    into buffer: inout MutableSpan<UInt8>, from source: inout ByteSource
  ) throws(ByteStreamError) -> Int {
    var filled = 0
    while filled < buffer.count, phase != .ended {
      if phase == .insideMember {
        filled += try inflate(into: &buffer, from: filled, source: &source)
      } else {
        try enterNextMember(source: &source)
      }
    }
    return filled
  }

  /// Inflates once, and fetches input only when zlib can do no more without it: zlib may hold back bytes that
  /// found no room, and at the end of truncated data these count.
  private mutating func inflate(
    into buffer: inout MutableSpan<UInt8>, from start: Int, source: inout ByteSource
  ) throws(ByteStreamError) -> Int {
    let step = inflater.inflate(input, unread, into: &buffer, from: start)
    consume(step.bytesConsumed)
    switch step.outcome {
    case .goesOn:
      if unread.isEmpty, step.bytesProduced == 0, try !fetch(from: &source) {
        end(.truncated(member: member, atByte: bytesConsumed))
      }
    case .memberEnded: phase = .betweenMembers
    case .invalid(let zlibMessage):
      end(.corrupt(member: member, zlibMessage: zlibMessage, consumedUpTo: bytesConsumed))
    case .outOfMemory: throw .outOfMemory(path: source.path)
    }
    return step.bytesProduced
  }

  /// Skips padding and begins the member behind it, or ends the stream.
  private mutating func enterNextMember(source: inout ByteSource) throws(ByteStreamError) {
    let padding = member == 0 ? 0 : input[unread].prefix { $0 == 0 }.count
    consume(padding)
    if unread.count < Self.magic.count, try fetch(from: &source) { return }

    if unread.isEmpty { return end(nil) }
    guard input[unread].starts(with: Self.magic) else { return end(.trailingData(atByte: bytesConsumed)) }
    guard inflater.restart() else { throw .outOfMemory(path: source.path) }
    member += 1
    phase = .insideMember
  }

  private mutating func consume(_ count: Int) {
    unread = unread.lowerBound + count..<unread.upperBound
    bytesConsumed += count
  }

  private mutating func end(_ fault: GzipFault?) {
    phase = .ended
    self.fault = fault
  }

  /// Adds the input's next bytes to the few unread ones, which move to the front.
  ///
  /// - Returns: false at the end of the input.
  private mutating func fetch(from source: inout ByteSource) throws(ByteStreamError) -> Bool {
    for offset in 0..<unread.count { input[offset] = input[unread.lowerBound + offset] }
    let end = unread.count
    var span = input.mutableSpan
    let count = try source.read(into: &span, from: end)
    unread = 0..<end + count
    return count > 0
  }
}

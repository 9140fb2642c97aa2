/// Reads gzip data from a source and inflates them, by itself or by several threads, which take segments:
///
///     source ─▶ input ─┬─ decoder ───────────────────────────┬─▶ buffer
///                      └─▶ segment, segment, segment, … ─────┘
///                          inflated ahead of their turn
struct GzipReader: ~Copyable, Sendable {
  private static let inputLengthInBytes = 256 << 10

  /// The decoder of what comes next, if no segment has it.
  private var decoder = GzipDecoder()
  private var input = GzipInput()
  private let lookahead: GzipLookahead
  /// The segments in the order of the data, and whether a thread has taken them.
  private var segments: [(segment: GzipSegment, isTaken: Bool)] = []
  /// Where the segment after these will begin; nil if there will be none.
  private var nextStart: GzipStart?
  /// Of the segment that ended last, what is left for the one that comes after it; nil if that continues already.
  private var leftover: [UInt8]?
  /// The memory of segments that have ended.
  private var spare: [GzipSegment] = []
  /// The member in which no other segment was found to begin.
  private var memberWithoutSegments: Int?
  private var blocksAreIndependent = true
  /// Why the source could not be read on, once all that was read is inflated.
  private var failure: ByteStreamError?
  /// Compressed bytes consumed, up to the last segment that has ended.
  private(set) var bytesConsumed = 0

  init(lookahead: GzipLookahead) { self.lookahead = lookahead }

  /// Why the stream ended, unless it ended well. What ails a segment that was inflated ahead is not known to be true yet.
  var fault: GzipFault? { segments.isEmpty ? decoder.fault : nil }

  /// Fills `buffer` with inflated bytes.
  ///
  /// - Returns: the bytes written; none only at the end. There are fewer than there is room for only at the end, or
  ///   where segments are.
  /// - Complexity: linear in the bytes consumed and produced; allocates nothing, except for segments.
  mutating func read(
    into buffer: inout MutableSpan<UInt8>, from source: inout ByteSource
  ) throws(ByteStreamError) -> Int {
    do throws(OutOfMemory) {
      let given = try readSegments(into: &buffer)
      if given > 0 { return given }
    } catch {
      throw .outOfMemory(path: source.path)
    }
    var filled = 0
    while true {
      do throws(OutOfMemory) {
        filled += try decoder.decode(&input, into: &buffer, from: filled)
      } catch {
        throw .outOfMemory(path: source.path)
      }
      bytesConsumed = decoder.bytesConsumed
      if filled == buffer.count || decoder.hasEnded { return filled }
      if let failure { throw failure }
      try input.fetch(from: &source, atMost: Self.inputLengthInBytes)
    }
  }
}

// MARK: Segments

extension GzipReader {
  /// A segment that may be inflated now, so that bytes are there when they are read; nil if they are there already, or
  /// if there is nothing to be done.
  mutating func takeSegment(threads: Int, from source: inout ByteSource) -> GzipSegment? {
    if segments.isEmpty {
      if decoder.hasEnded || decoder.member == memberWithoutSegments { return nil }
      cut(at: nil, from: &source)
      if segments.isEmpty { memberWithoutSegments = decoder.member }
    } else if let nextStart, segments.count <= threads {
      cut(at: nextStart, from: &source)
    }
    if segments.first?.segment.isReady ?? true { return nil }
    guard let index = segments.firstIndex(where: { !$0.isTaken }) else { return nil }
    segments[index].isTaken = true
    return segments[index].segment
  }

  /// Cuts a segment from the input, if there is a place where another can begin, or, unless it is the first, the end.
  ///
  /// - Parameter start: what it begins with; nil if it continues with the decoder.
  private mutating func cut(at start: GzipStart?, from source: inout ByteSource) {
    let next = findStart(from: &source)
    nextStart = next?.start
    let isRest = input.end == .final && input.unread.count <= lookahead.searchLengthInBytes
    if next == nil, start == nil || !isRest { return }
    let segment = spare.popLast() ?? GzipSegment(outputLengthInBytes: lookahead.outputLengthInBytes)
    let bytes = input.rest.prefix(next?.offset ?? input.unread.count)
    segment.work.withLock { work in
      work.begin(at: start, with: &decoder, bytes, end: next == nil ? .final : .cut)
    }
    segments.append((segment, isTaken: false))
    input.consume(bytes.count)
  }

  /// Looks for the place where the segment after the next one can begin, for which it reads as far as that takes.
  private mutating func findStart(from source: inout ByteSource) -> (offset: Int, start: GzipStart)? {
    var searched = lookahead.segmentLengthInBytes
    while true {
      let next = input.nextStart(
        in: searched..<lookahead.searchLengthInBytes, includingBlocks: blocksAreIndependent)
      let most = lookahead.searchLengthInBytes - input.unread.count
      if next != nil || most <= 0 || input.end != .open || failure != nil { return next }
      searched = max(searched, input.unread.count - 3)
      do throws(ByteStreamError) {
        try input.fetch(from: &source, atMost: min(most, lookahead.segmentLengthInBytes))
      } catch {
        failure = error
      }
    }
  }

  /// Gives what the first segment has.
  private mutating func readSegments(into buffer: inout MutableSpan<UInt8>) throws(OutOfMemory) -> Int {
    while let segment = segments.first?.segment {
      if let leftover {
        self.leftover = nil
        segment.work.withLock { work in
          let isRight = work.follow(&decoder, leftover)
          if !isRight, work.start == .block { blocksAreIndependent = false }
        }
      }
      let (given, isInflated, isFinished) = try segment.work.withLock { work throws(OutOfMemory) in
        (try work.give(into: &buffer), work.isInflated, work.isFinished)
      }
      if !isInflated { segments[0].isTaken = false }
      if isFinished { endSegment() }
      if given > 0 { return given }
    }
    return 0
  }

  /// Takes the first segment away, which has given all.
  private mutating func endSegment() {
    let segment = segments.removeFirst().segment
    let rest = segment.work.withLock { work in work.end(&decoder) }
    bytesConsumed = decoder.bytesConsumed
    spare.append(segment)
    if decoder.hasEnded {
      // What threads inflate after this place is never read.
      segments = []
    } else if segments.isEmpty {
      input.prepend(rest)
    } else {
      leftover = rest
    }
  }
}

/// A part of gzip data that one thread inflates while others do the same with those before and after it.
///
/// It is given by ``ByteStream/takeSegment(threads:)``, and its bytes are read from the stream, in their turn.
public final class GzipSegment: Sendable {
  let work: Guarded<GzipWork>

  /// Whether inflated bytes wait to be read; false while a thread inflates them.
  var isReady: Bool { work.withLockIfFree { $0.isInflated } ?? false }

  init(outputLengthInBytes: Int) {
    work = Guarded(GzipWork(outputLengthInBytes: outputLengthInBytes))
  }

  /// Inflates the segment, or as much of it as may wait for its turn; nothing if that has been done.
  ///
  /// - Complexity: linear in the compressed and the inflated bytes.
  public func inflate() {
    work.withLock { $0.inflate() }
  }
}

/// What is known and inflated of a segment.
struct GzipWork: ~Copyable, Sendable {
  private(set) var start = GzipStart.member
  private var decoder = GzipDecoder()
  private var input = GzipInput()
  private var output: [UInt8] = []
  private let outputLengthInBytes: Int
  /// The range of `output` that has not been read yet.
  private var ready = 0..<0
  /// Whether inflating continues only once the bytes are read.
  private(set) var isInflated = false
  /// Whether bytes may be missing for want of room.
  private var isFull = false
  private var hasFailed = false

  init(outputLengthInBytes: Int) {
    self.outputLengthInBytes = outputLengthInBytes
  }

  /// Whether all bytes were given.
  var isFinished: Bool { isInflated && ready.isEmpty }

  /// Takes on compressed bytes.
  ///
  /// - Parameters:
  ///   - start: what they seem to begin with; nil if they continue after what `decoder` decoded, which is taken then.
  ///   - end: what follows.
  mutating func begin(
    at start: GzipStart?, with decoder: inout GzipDecoder, _ bytes: ArraySlice<UInt8>, end: GzipInput.End
  ) {
    if let start {
      self.start = start
      hasFailed = !self.decoder.restart(at: start)
    } else {
      swap(&self.decoder, &decoder)
    }
    input.refill(bytes, end: end)
    (isInflated, ready) = (false, 0..<0)
  }

  /// Inflates until the output is full or the input used as far as it goes.
  mutating func inflate() {
    if isInflated || hasFailed { return }
    isInflated = true
    var output: [UInt8] = []
    swap(&output, &self.output)
    var filled = 0
    do throws(OutOfMemory) {
      repeat {
        let length = min(max(2 * output.count, outputLengthInBytes / 4 + 1), outputLengthInBytes)
        if filled == output.count { output += [UInt8](repeating: 0, count: length - output.count) }
        var span = output.mutableSpan
        filled += try decoder.decode(&input, into: &span, from: filled)
      } while filled == output.count && filled < outputLengthInBytes
    } catch {
      hasFailed = true
    }
    swap(&output, &self.output)
    ready = 0..<filled
    isFull = filled == outputLengthInBytes
  }

  /// Gives bytes to `buffer`.
  ///
  /// - Returns: how many; none only if there are no more.
  mutating func give(into buffer: inout MutableSpan<UInt8>) throws(OutOfMemory) -> Int {
    inflate()
    if hasFailed { throw OutOfMemory() }
    let given = ready.prefix(buffer.count)
    UnsafeBoundary.copy(output.span.extracting(given), into: &buffer, from: 0)
    ready = ready.dropFirst(given.count)
    if ready.isEmpty {
      isInflated = false
      // Other threads can do long work. Otherwise, the rest is an end that needed the data before it.
      if !isFull { inflate() }
    }
    return given.count
  }

  /// Comes after the data that `previous` decoded, all but `leftover`.
  ///
  /// - Returns: false if what was inflated ahead is not what comes there, so that `previous` has to inflate it again.
  mutating func follow(_ previous: inout GzipDecoder, _ leftover: [UInt8]) -> Bool {
    if isInflated, leftover.isEmpty, decoder.canFollow(previous, from: start) {
      let output = output
      decoder.follow(previous, output.span.extracting(ready))
      return true
    }
    defer { (isInflated, ready) = (false, 0..<0) }
    swap(&decoder, &previous)
    input.rewind()
    input.prepend(leftover)
    return !isInflated
  }

  /// Ends, and gives up the decoder.
  ///
  /// - Returns: the input's bytes that it could not use alone.
  mutating func end(_ decoder: inout GzipDecoder) -> [UInt8] {
    swap(&self.decoder, &decoder)
    return Array(input.rest)
  }
}

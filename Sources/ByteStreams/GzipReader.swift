/// Reads gzip data from a source and inflates them.
struct GzipReader: ~Copyable, Sendable {
  private static let inputLengthInBytes = 256 << 10

  private var decoder = GzipDecoder()
  /// Compressed bytes; allocated once.
  private var input = [UInt8](repeating: 0, count: inputLengthInBytes)
  /// Where in `input` the bytes lie that are not yet consumed.
  private var unread = 0..<0
  private var sourceHasEnded = false

  /// Compressed bytes consumed so far.
  var bytesConsumed: Int { decoder.bytesConsumed }

  /// Why the stream ended, unless it ended well.
  var fault: GzipFault? { decoder.fault }

  /// Fills `buffer` with inflated bytes.
  ///
  /// - Returns: the bytes written, fewer than there is room for only at the end.
  /// - Complexity: linear in the bytes consumed and produced, without allocation.
  mutating func read(
    into buffer: inout MutableSpan<UInt8>, from source: inout ByteSource
  ) throws(ByteStreamError) -> Int {
    var filled = 0
    while true {
      do throws(OutOfMemory) {
        filled += try decoder.decode(input, &unread, isLast: sourceHasEnded, into: &buffer, from: filled)
      } catch {
        throw .outOfMemory(path: source.path)
      }
      if filled == buffer.count || decoder.hasEnded { return filled }
      try fetch(from: &source)
    }
  }

  /// Adds the source's next bytes to the few unread ones, which move to the front.
  private mutating func fetch(from source: inout ByteSource) throws(ByteStreamError) {
    for offset in 0..<unread.count { input[offset] = input[unread.lowerBound + offset] }
    let end = unread.count
    var span = input.mutableSpan
    let count = try source.read(into: &span, from: end)
    unread = 0..<end + count
    sourceHasEnded = count == 0
  }
}

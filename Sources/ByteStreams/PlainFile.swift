/// A file whose bytes are data as they are, read at any place and from any thread.
///
/// It may grow or shrink meanwhile: its end is where a read gives no bytes.
public struct PlainFile: ~Copyable, Sendable {
  private let source: ByteSource

  init(_ source: consuming ByteSource) { self.source = source }

  /// Fills `buffer` with the file's bytes from `offset` on.
  ///
  /// Reads as often as it takes to fill the buffer, so only the last bytes of the file come in smaller number.
  ///
  /// - Returns: the bytes written; 0 only at the end.
  /// - Throws: ``ByteStreamError`` if the system cannot read there.
  /// - Complexity: linear in the bytes read; allocates nothing.
  public func read(
    into buffer: inout MutableSpan<UInt8>, at offset: Int
  ) throws(ByteStreamError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try source.read(into: &buffer, from: filled, at: offset + filled)
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}

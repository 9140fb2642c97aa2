public import ByteStreams

/// A file, and what fixing makes of it.
public struct FixedFile: Sendable {
  /// The path as the user wrote it.
  public let path: String
  /// Where its data are now: the path, or that of a copy of what cannot be read twice.
  let original: String
  /// Where the fixed data are; the same, if nothing was fixed.
  let fixed: String
  /// How many lines the file had.
  let lines: Int
  /// The lines that were changed; empty unless that was asked for.
  public let changes: ChangedLines

  /// Gives the fixed data, piece by piece.
  ///
  /// - Throws: ``ByteStreamError`` if they cannot be read.
  public func read(_ take: ([UInt8]) -> Void) throws(ByteStreamError) {
    var stream = try ByteStream(path: fixed)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var span = block.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { return }
      take(count == block.count ? block : Array(block.prefix(count)))
    }
  }
}

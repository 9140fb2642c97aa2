/// Where in a dataset something is.
public struct Location: Sendable, Equatable, Codable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars; a byte that is not UTF-8 counts as one.
  public let column: Int
  /// The offset in the line, in bytes from 0.
  public let byteOffsetInLine: Int
  /// The offset in the uncompressed data, in bytes from 0.
  public let byteOffset: Int
  /// The JSON Pointer (RFC 6901) of the value in its line; empty for the line's value itself.
  public let pointer: String

  /// Names a place.
  public init(line: Int, column: Int, byteOffsetInLine: Int, byteOffset: Int, pointer: String) {
    self.line = line
    self.column = column
    self.byteOffsetInLine = byteOffsetInLine
    self.byteOffset = byteOffset
    self.pointer = pointer
  }

  /// The same place, its line counted from `lines` lines earlier.
  package func moved(behind lines: Int) -> Location {
    Location(
      line: line + lines, column: column, byteOffsetInLine: byteOffsetInLine, byteOffset: byteOffset,
      pointer: pointer)
  }
}

/// A file cut into its lines, without the line feeds; nothing behind the last line feed is no line.
struct Lines {
  private let lines: [ArraySlice<UInt8>]

  init(of bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    self.lines = lines.last?.isEmpty == true ? lines.dropLast() : lines
  }

  var count: Int { lines.count }

  /// A line, counted from 0; its indices are those of the file.
  subscript(index: Int) -> ArraySlice<UInt8> { lines[index] }
}

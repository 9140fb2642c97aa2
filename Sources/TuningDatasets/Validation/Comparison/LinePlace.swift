import Diagnostics

/// A line of a file.
struct LinePlace: Sendable, Codable, Equatable {
  let line: Int
  /// Where it begins, in bytes of the uncompressed data.
  let offset: Int

  /// The same line, counted from so many lines earlier.
  func moved(behind lines: Int) -> LinePlace { LinePlace(line: line + lines, offset: offset) }

  /// Where it begins.
  var location: Location { Location(startOfLine: line, offset: offset) }
}

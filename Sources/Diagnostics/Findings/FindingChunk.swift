/// Findings as bytes, those of consecutive places: in memory, or in a storage.
package struct FindingChunk: Sendable, Codable {
  /// Where the bytes are.
  package enum Content: Sendable {
    case memory([UInt8])
    case stored(Range<Int>, any FindingStorage)
  }

  private let content: Content
  /// How many lines are before the part of the file from which its lines are counted.
  private(set) var lines = 0

  private enum CodingKeys: CodingKey { case bytes, lines }

  /// Findings that an encoder has written.
  init(_ content: Content) { self.content = content }

  /// Reads a chunk into memory.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    content = .memory(try values.decode([UInt8].self, forKey: .bytes))
    lines = try values.decode(Int.self, forKey: .lines)
  }

  /// Writes the findings themselves, wherever they are.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(bytes, forKey: .bytes)
    try values.encode(lines, forKey: .lines)
  }

  /// The findings, for a decoder.
  var bytes: [UInt8] {
    switch content {
    case .memory(let bytes): bytes
    case .stored(let place, let storage): storage.bytes(in: place)
    }
  }

  /// Where the findings are, if they are not in memory.
  var storage: (any FindingStorage)? {
    guard case .stored(_, let storage) = content else { return nil }
    return storage
  }

  /// The same findings, their lines counted from so many lines earlier.
  func moved(behind lines: Int) -> FindingChunk {
    var moved = self
    moved.lines += lines
    return moved
  }
}
